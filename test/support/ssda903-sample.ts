import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { idFrom } from '../../src/application/ids.ts'
import { readReturn, type FileGiven, type Return } from '../../src/exchange/ssda903/read-return.ts'
import { columnsOf, type Table } from '../../src/exchange/ssda903/tables.ts'
import { day } from './told-of-a-child.ts'

/** Our own small return: thirteen rows in Missing, most of them with something the matter. */
export const ownFolder = join(import.meta.dirname, '../examples/ssda903')

/** The Data to Insight community's invented return, where it lies beside this checkout or is named. */
export const communityFolder = resolve(
  process.env['SSDA903_SAMPLE'] ?? join(import.meta.dirname, '../../../shared/samples/ssda903'),
)

export const hasCommunityFolder = existsSync(communityFolder)

export function filesOf(folder: string): readonly FileGiven[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }))
}

/** Values by column; those left out are blank. */
export type Values = Readonly<Record<string, string>>

export interface ReturnRows {
  readonly header?: readonly Values[]
  readonly episodes?: readonly Values[]
  readonly missing?: readonly Values[]
}

/** The files of a return with these rows. A row begins at line 2. */
export function filesWith({ header = [], episodes = [], missing = [] }: ReturnRows): readonly FileGiven[] {
  return [
    csv('header.csv', 'Header', header),
    csv('episodes.csv', 'Episodes', episodes),
    csv('missing.csv', 'Missing', missing),
  ]
}

function csv(file: string, table: Table, rows: readonly Values[]): FileGiven {
  const columns = columnsOf(table)
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  return { file, bytes: Buffer.from([columns.join(','), ...lines, ''].join('\r\n')) }
}

/** Born on 4 March 2010; in care from 7 May 2024 and in one children's home ever since. */
export const ofKim: Values = { CHILD: '4001', SEX: 'F', DOB: '04/03/2010' }

export const kimsHome: Values = {
  CHILD: '4001',
  DECOM: '07/05/2024',
  RNE: 'S',
  LS: 'C2',
  PLACE: 'K2',
  PLACE_PROVIDER: 'PR4',
  URN: '9000003',
}

export const kimsSpell: Values = {
  CHILD: '4001',
  DOB: '04/03/2010',
  MISSING: 'M',
  MIS_START: '02/06/2025',
  MIS_END: '04/06/2025',
}

/** Reads files as of 1 October 2026. */
export function readAsOf2026(files: readonly FileGiven[]): Return {
  return readReturn(files, day('2026-10-01'), (key) => idFrom('a child', key))
}
