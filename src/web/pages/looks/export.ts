import type { Table } from '../../../application/files.ts'
import type { Looked } from '../../../application/queries/who-looked.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { nameOf, pageInWords } from './words.ts'

const columns = [
  'Day',
  'Who',
  'Role',
  'Organisation',
  'What',
  'For',
  'Reference',
  'First (UTC)',
  'Last (UTC)',
  'Times',
]

/** Looks as the page lists them; where several records are in it, each under its id and no name. */
export function looksTable(looks: readonly (Looked & { readonly child?: string })[]): Table {
  const several = looks.some(({ child }) => child !== undefined)
  return {
    columns: [...(several ? ['Record'] : []), ...columns],
    rows: looks.map((look) => [...(several ? [look.child] : []), ...cellsOf(look)]),
  }
}

function cellsOf(look: Looked): readonly (string | number | undefined)[] {
  const { day, by, what, purpose, reference, first, last, times } = look
  const role = by && roleLabel(by.post.role)
  return [
    day,
    nameOf(look),
    role,
    by?.organisation,
    pageInWords(what),
    purpose,
    reference,
    first,
    last,
    times,
  ]
}
