import type { Pool } from 'pg'
import type { Visitor } from '../application/ports.ts'
import { prepared } from './query.ts'
import { inTransaction, withConnection } from './transaction.ts'

type Values = readonly unknown[]

/** Ways to call the functions of accounts: as nobody, for a yes or no, or as whoever asks. */
export interface Calls {
  readonly rows: <Row extends object>(text: string, values: Values) => Promise<readonly Row[]>
  readonly answers: (call: string, values: Values) => Promise<boolean>
  readonly own: <Row extends object>(
    visitor: Visitor,
    text: string,
    values?: Values,
  ) => Promise<readonly Row[]>
}

export function callsOver(app: Pool): Calls {
  const rows = async <Row extends object>(text: string, values: Values): Promise<readonly Row[]> =>
    (await withConnection(app, (client) => prepared<Row>(client, text, values))).rows
  const answers = async (call: string, values: Values): Promise<boolean> =>
    (await rows<{ yes: boolean }>(`select whereabouts.${call} as yes`, values))[0]?.yes === true
  const own = <Row extends object>(visitor: Visitor, text: string, values: Values = []) =>
    inTransaction(app, visitor, 'latest', async (client) => ({
      keep: true,
      answer: (await prepared<Row>(client, text, values)).rows,
    }))
  return { rows, answers, own }
}

/** What PostgreSQL cannot keep is no name that anybody has. */
export function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
