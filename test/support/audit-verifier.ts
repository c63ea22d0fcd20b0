import type { KeyObject } from 'node:crypto'
import type { SignedCheckpoint } from '../../src/application/attestation.ts'
import type { ExportLine } from '../../src/store/audit-export.ts'

/** What an outsider is told: what is wrong, at which position, in words. */
export interface NamedFault {
  readonly kind: string
  readonly position: number
  readonly words: string
}

interface Verifier {
  readonly take: (line: ExportLine) => void
  readonly conclude: () => {
    readonly faults: readonly NamedFault[]
    readonly from: number
    readonly until: number
    readonly attested: number
  }
}

interface Stated {
  readonly keys: ReadonlyMap<string, KeyObject>
  readonly given: readonly SignedCheckpoint[]
}

export const verifierFile = new URL('../../docs/assurance/verify.mjs', import.meta.url)

const { verifier, keysIn } = (await import(verifierFile.href)) as {
  readonly verifier: (stated: Stated) => Verifier
  readonly keysIn: (pem: string) => ReadonlyMap<string, KeyObject>
}

export { keysIn }

/** The stand-alone verifier of docs/assurance, the very file, in this process. */
export function verifyLines(lines: readonly ExportLine[], stated: Stated): ReturnType<Verifier['conclude']> {
  const { take, conclude } = verifier(stated)
  for (const line of lines) take(line)
  return conclude()
}
