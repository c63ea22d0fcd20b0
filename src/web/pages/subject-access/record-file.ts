import type { ExportedRecord } from '../../../application/commands/disclose.ts'
import { paperOf } from '../../../application/record-paper.ts'
import type { Answer, Visit } from '../../route.ts'

/** What leaves, as whoever takes it away chose. */
export async function fileOf(
  files: Visit['files'],
  format: 'pdf' | 'json',
  record: ExportedRecord,
  name: string,
): Promise<Answer> {
  return format === 'pdf'
    ? { kind: 'file', name: `${name}.pdf`, type: 'application/pdf', body: await files.paper(paperOf(record)) }
    : {
        kind: 'file',
        name: `${name}.json`,
        type: 'application/json; charset=utf-8',
        body: Buffer.from(`${JSON.stringify(record, null, 2)}\n`),
      }
}
