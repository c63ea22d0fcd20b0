import { askPassphrase } from './passphrase.ts'
import { progressBar } from './progress-bar.ts'
import { attestedInWords } from './verify.ts'
import type { Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore <file>',
  summary: 'bring a backup into an empty database, and verify every entry of it',
  run: async (house, { words, answer }) => {
    const [file = ''] = words
    const passphrase = house.backupPassphrase ?? (await askPassphrase(false))
    if (passphrase === undefined) return 1
    const restored = await house.restore(file, passphrase, {
      loading: progressBar('Restoring', process.stderr),
      verifying: progressBar('Verifying', process.stderr),
    })
    const { made, from, at, rows, tables, entries, faults } = restored
    const brought = from === at ? `at version ${at}` : `brought from version ${from} to ${at}`
    const said = [
      `Restored ${rows} rows of ${tables} tables as they were at ${made}, ${brought}.`,
      faults.length === 0
        ? `${entries} entries, each as it was recorded.`
        : `${entries} entries, ${faults.length} faults:`,
      ...faults.map(({ kind, where }) => `${kind}: ${where}`),
      attestedInWords(restored),
    ]
    answer(said.join('\n'), restored)
    return faults.length === 0 ? 0 : 1
  },
}
