import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on the terminal, without showing what is typed; undefined where there is no terminal, or nothing was typed.
    Asked twice where a slip would lock a backup for good: undefined, too, when the two differ. */
export async function askPassphrase(twice: boolean): Promise<string | undefined> {
  if (!process.stdin.isTTY) {
    console.error('Set BACKUP_PASSPHRASE to the passphrase of the backup: there is no terminal to ask on.')
    return undefined
  }
  const unseen = new Writable({ write: (_text, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    const first = await asked('Passphrase of the backup: ')
    if (!twice || first === undefined) return first
    if (first === (await asked('The same once more: '))) return first
    console.error('The two are not the same: nothing was done.')
    return undefined
  } finally {
    lines.close()
  }

  async function asked(question: string): Promise<string | undefined> {
    process.stderr.write(question)
    const typed = await lines.question('')
    process.stderr.write('\n')
    if (typed.trim() !== '') return typed.trim()
    console.error('A backup has a passphrase: nothing was done.')
    return undefined
  }
}
