import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Asked } from '../../src/cli/generated/asked.ts'
import type { SaidOfChild } from '../../src/cli/generated/content-hash.ts'
import { loadGenerated, type Loaded } from '../../src/cli/generated/load.ts'
import { commandsBegin } from '../../src/cli/generated/make.ts'
import { readQuestionSets } from '../../src/exchange/interview-files.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { bringIn } from '../../src/store/bring-in.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { whatIsHeld } from '../../src/store/what-is-held.ts'
import { expectedCare } from './care-editions.ts'
import type { TestDatabase } from './database.ts'

export const questionSets = await readQuestionSets(join(import.meta.dirname, '../../interviews'))
export const protocols = { editions: await readProtocols(join(import.meta.dirname, '../../protocols')) }

/** Enough for every state, few enough for a test. */
export const small: Asked = { children: 45, months: 4, seed: 'a test', until: '2026-03-29' as LondonDate }

/** As the command line does it, over the maintainer's role. `beforeWriting` may throw, as a machine that stops would. */
export function load(
  { maintainer, store }: TestDatabase,
  asked: Asked,
  beforeWriting: () => void = () => undefined,
): Promise<Loaded> {
  return loadGenerated(asked, {
    protocols,
    expectedCare,
    held: () => whatIsHeld(maintainer, 'demo', commandsBegin),
    recordRun: (reason) => recordRun(maintainer, randomUUID(), 'demo', reason),
    keepDirectory: async (directory) => {
      await keepDirectory(maintainer, directory)
      return store.directory()
    },
    bringIn: async (visitor, json) => {
      beforeWriting()
      await bringIn(maintainer, visitor, json)
    },
    progress: () => undefined,
  })
}

/** Everything that the record says, as it lies there. */
export async function saidIn({ owner }: TestDatabase): Promise<readonly SaidOfChild[]> {
  const { rows } = await owner.query<SaidOfChild>(
    `select subject, jsonb_agg(jsonb_build_object('id', id, 'stream', stream, 'sequence', sequence,
       'command', command, 'sections', sections)) as entries
     from (
       select e.subject, e.id, e.stream, e.sequence, e.command,
         jsonb_agg(jsonb_build_array(c.section, convert_from(c.bytes, 'UTF8')) order by c.section) as sections
       from whereabouts.entry e join whereabouts.entry_content c on c.subject = e.subject and c.entry = e.id
       group by e.subject, e.id, e.stream, e.sequence, e.command
     ) e group by subject`,
  )
  return rows
}
