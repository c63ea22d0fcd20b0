import { shown } from './shown.ts'

/** The tables of the children looked after return, each known by its set of columns and by nothing else. */
export const tables = {
  Header: 'CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB',
  Episodes: 'CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN',
  Missing: 'CHILD DOB MISSING MIS_START MIS_END',
  Reviews: 'CHILD DOB REVIEW REVIEW_CODE',
  UASC: 'CHILD SEX DOB DUC',
  OC2: 'CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
  OC3: 'CHILD DOB IN_TOUCH ACTIV ACCOM',
  AD1: 'CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR',
  PlacedAdoption: 'CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED',
  PrevPerm: 'CHILD DOB PREV_PERM LA_PERM DATE_PERM',
  SWEpisodes: 'CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON',
  DoLo: 'CHILD DOB DOLO_START DOLO_END',
} as const

export type Table = keyof typeof tables
export type TableRead = 'Header' | 'Episodes' | 'Missing'

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text
export type Column<T extends Table> = Words<(typeof tables)[T]>

export const tablesRead: readonly TableRead[] = ['Header', 'Episodes', 'Missing']

export function columnsOf(table: Table): readonly string[] {
  return tables[table].split(' ')
}

export type Recognised =
  { readonly kind: 'table'; readonly table: Table } | { readonly kind: 'refused'; readonly because: string }

/** Columns are upper case, exact, in any order, and nothing besides. What is not a table is compared with the nearest. */
export function recognise(columns: readonly string[]): Recognised {
  const given = new Set(columns)
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice !== undefined) return refused(`its first line has the column ${shown(twice)} twice`)
  const names = Object.keys(tables) as readonly Table[]
  const found = names.find((table) => isSame(given, columnsOf(table)))
  if (found !== undefined) return { kind: 'table', table: found }
  const likened = new Set(columns.map(plain))
  const nearest = names.reduce((best, table) =>
    likeness(likened, table) > likeness(likened, best) ? table : best,
  )
  if (likeness(likened, nearest) === 0) return refused('its first line names no column of the return')
  return refused(`its columns are those of no table of the return: ${difference(columns, nearest)}`)
}

function refused(because: string): Recognised {
  return { kind: 'refused', because }
}

function difference(columns: readonly string[], nearest: Table): string {
  const wanted = columnsOf(nearest)
  if (isSame(new Set(columns.map(plain)), wanted)) {
    const odd = columns.filter((column) => !wanted.includes(column)).map(shown)
    return `${nearest} has them in upper case and without spaces, and here are ${odd.join(', ')}`
  }
  const lacking = wanted.filter((column) => !columns.includes(column))
  const extra = columns.filter((column) => !wanted.includes(column)).map(shown)
  const lacks = lacking.length > 0 ? [`it lacks ${lacking.join(', ')}`] : []
  const has = extra.length > 0 ? [`it also has ${extra.join(', ')}`] : []
  return `compared with ${nearest} ${[...lacks, ...has].join(', and ')}`
}

/** Shared columns less those that are wanting or too much: CHILD and DOB are in nearly every table. */
function likeness(columns: ReadonlySet<string>, table: Table): number {
  const wanted = columnsOf(table)
  const shared = wanted.filter((column) => columns.has(column)).length
  return shared === 0 ? 0 : shared / (wanted.length + columns.size - shared)
}

function isSame(given: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return given.size === wanted.length && wanted.every((column) => given.has(column))
}

function plain(column: string): string {
  return column.trim().toUpperCase()
}
