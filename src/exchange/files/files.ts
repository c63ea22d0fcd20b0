import type { Files } from '../../application/files.ts'
import { calendarFile } from './calendar-file.ts'
import { paperFile } from './paper-file.ts'
import { takePicture } from '../pictures/take-picture.ts'
import { tableFile } from './table-file.ts'

/** Everything that leaves as a file is written here, and a picture that comes in is made safe. */
export const files: Files = {
  calendar: calendarFile,
  paper: paperFile,
  table: tableFile,
  picture: takePicture,
}
