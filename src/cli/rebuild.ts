import { progressBar } from './progress-bar.ts'
import type { Verb } from './verb.ts'

export const rebuildVerb: Verb = {
  name: 'rebuild',
  summary: 'work out every list and duty anew from the record, and say what differs',
  options: [
    { flags: '--repair', summary: 'put the rows that were worked out in place of those that differ' },
  ],
  run: async (house, { options, answer }) => {
    const repair = options['repair'] === true
    const found = await house.rebuild(repair, progressBar('Rebuilding', process.stderr))
    const { subjects, differences, repaired } = found
    const words = [
      `${subjects} children, ${differences.length} differences${repair ? `, ${repaired} children repaired` : ''}.`,
      ...differences.map(({ kind, table, subject }) => `${kind}: ${table} of ${subject}`),
    ]
    answer(words.join('\n'), found)
    return differences.length === 0 || repair ? 0 : 1
  },
}
