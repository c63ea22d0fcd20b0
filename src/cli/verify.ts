import { progressBar } from './progress-bar.ts'
import type { Verb } from './verb.ts'

export const verifyVerb: Verb = {
  name: 'verify',
  summary: 'read the whole record again and say what is not as it was recorded',
  run: async (house, { answer }) => {
    const { entries, faults } = await house.verify(progressBar('Verifying', process.stderr))
    const words =
      faults.length === 0
        ? `${entries} entries, each as it was recorded.`
        : [
            `${entries} entries, ${faults.length} faults:`,
            ...faults.map(({ kind, where }) => `${kind}: ${where}`),
          ].join('\n')
    answer(words, { entries, faults })
    return faults.length === 0 ? 0 : 1
  },
}
