import { auditVerb } from './audit.ts'
import { backupVerb } from './backup.ts'
import { checkpointVerb } from './checkpoint.ts'
import { deviceVerb } from './device.ts'
import { certificateVerb, disposeVerb } from './dispose.ts'
import { dutiesVerb } from './duties.ts'
import { demo } from './demo.ts'
import { importVerb } from './import.ts'
import { migrate } from './migrate.ts'
import { protocolVerb } from './protocol.ts'
import { providerVerb } from './provider.ts'
import { rebuildVerb } from './rebuild.ts'
import { restoreVerb } from './restore.ts'
import { retentionVerb } from './retention.ts'
import { start } from './start.ts'
import { tokenVerb } from './token.ts'
import { userVerb } from './user.ts'
import type { Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'

export const verbs: readonly Verb[] = [
  start,
  demo,
  migrate,
  importVerb,
  verifyVerb,
  checkpointVerb,
  auditVerb,
  rebuildVerb,
  backupVerb,
  restoreVerb,
  retentionVerb,
  disposeVerb,
  certificateVerb,
  userVerb,
  tokenVerb,
  deviceVerb,
  providerVerb,
  protocolVerb,
  dutiesVerb,
]
