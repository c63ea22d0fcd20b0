import type { Files } from '../../application/files.ts'
import { calendarFile } from './calendar-file.ts'
import { paperFile } from './paper-file.ts'
import { tableFile } from './table-file.ts'

/** Everything that leaves as a file is written here. */
export const files: Files = { calendar: calendarFile, paper: paperFile, table: tableFile }
