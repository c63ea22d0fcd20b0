import { askPassphrase } from './passphrase.ts'
import { progressBar } from './progress-bar.ts'
import type { Verb } from './verb.ts'

const shortPassphrase = 12

export const backupVerb: Verb = {
  name: 'backup <file>',
  summary: 'write the whole database into a new file, sealed with the passphrase in BACKUP_PASSPHRASE',
  run: async (house, { words, answer }) => {
    const [file = ''] = words
    const passphrase = house.backupPassphrase ?? (await askPassphrase(true))
    if (passphrase === undefined) return 1
    if (passphrase.length < shortPassphrase)
      console.error(`The passphrase has fewer than ${shortPassphrase} characters and can be guessed.`)
    const kept = await house.backUp(file, passphrase, progressBar('Backing up', process.stderr))
    const { rows, tables, schema, until } = kept
    answer(
      `${file} holds ${rows} rows of ${tables} tables, at version ${schema}. Keep its passphrase apart${
        until === undefined ? '' : `, and delete it after ${until.slice(0, 10)}`
      }.`,
      kept,
    )
    return 0
  },
}
