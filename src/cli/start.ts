import type { Verb } from './verb.ts'

export const start: Verb = {
  name: 'start',
  summary: 'start the database and the web pages; Ctrl-C stops both',
  run: (house) => house.start(),
}
