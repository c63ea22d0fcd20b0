import { askPassphrase } from './passphrase.ts'
import { progressBar } from './progress-bar.ts'
import { attestedInWords, disposedInWords } from './verify.ts'
import type { Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore <file>',
  summary: 'bring a backup into an empty database, and verify every entry of it',
  options: [
    { flags: '--expired', summary: 'though the file says that it is good no longer' },
    {
      flags: '--without-register',
      summary: 'nothing was ever disposed of in this record, so that there is no register of disposals',
    },
  ],
  run: async (house, { words, options, answer }) => {
    const [file = ''] = words
    const passphrase = house.backupPassphrase ?? (await askPassphrase(false))
    if (passphrase === undefined) return 1
    const progress = {
      loading: progressBar('Restoring', process.stderr),
      verifying: progressBar('Verifying', process.stderr),
    }
    const anyway = {
      expired: options['expired'] === true,
      withoutRegister: options['withoutRegister'] === true,
    }
    const restored = await house.restore(file, passphrase, progress, anyway)
    const { made, from, at, rows, tables, entries, faults, disposedAgain } = restored
    const brought = from === at ? `at version ${at}` : `brought from version ${from} to ${at}`
    const said = [
      `Restored ${rows} rows of ${tables} tables as they were at ${made}, ${brought}.`,
      faults.length === 0
        ? `${entries} entries, each as it was recorded${disposedInWords(restored)}.`
        : `${entries} entries, ${faults.length} faults:`,
      ...faults.map(({ kind, where }) => `${kind}: ${where}`),
      ...(disposedAgain === 0
        ? []
        : [
            `What the register names was disposed of again: ${disposedAgain} of its lines were in the backup.`,
          ]),
      attestedInWords(restored),
    ]
    answer(said.join('\n'), restored)
    return faults.length === 0 ? 0 : 1
  },
}
