import type { Table } from '../../../application/files.ts'
import type { CountedRow, ReturnFigures } from '../../../application/queries/return-figures.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { figureNames, partIn } from '../../../domain/patterns/figures.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { keyOf, keyWords } from './groups.ts'
import { figureWords, partWords } from './words.ts'

const described = ['council', 'setting', 'status', 'age'] as const

/** One line a return, without names and first letters: what it counts as in each figure, known now and known then. */
export function returnsTable({ now, then }: ReturnFigures, directory: Directory): Table {
  const columns = ['Episode', 'Council', 'Kind of home', 'Status', 'Age', 'Known', 'Returned (UTC)']
  return {
    columns: [...columns, ...figureNames.map((name) => figureWords[name])],
    rows: [now, ...(then === undefined ? [] : [then])].flatMap(({ at, returns }) =>
      returns.map((row) => cellsOf(row, at, directory)),
    ),
  }
}

function cellsOf(row: CountedRow, at: Moment, directory: Directory): Table['rows'][number] {
  return [
    row.episode.slice(0, 8),
    ...described.map((by) => keyWords(by, keyOf(by)(row), directory)),
    at,
    row.back.returned.at,
    ...figureNames.map((name) => partWords[partIn(name, row, at)]),
  ]
}
