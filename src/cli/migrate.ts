import type { Verb } from './verb.ts'

export const migrate: Verb = {
  name: 'migrate',
  summary: "bring the database to this release's schema and leave",
  run: async (house, { answer }) => {
    const { applied, at } = await house.migrate()
    const done = applied.length === 0 ? 'Nothing to do' : `Applied ${applied.join(', ')}`
    answer(`${done}: the database is at version ${at}.`, { applied, at })
    return 0
  },
}
