import { randomUUID } from 'node:crypto'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckpointReceiver } from '../application/attestation.ts'

/** A folder that another organisation takes from. A file there has its name only when it is whole, and one that was sent
    twice is the same file. */
export function folderReceiver(folder: string): CheckpointReceiver {
  return {
    name: `folder ${folder}`,
    send: async ({ record, number, key, document, signature }) => {
      const text = `${JSON.stringify({ document, signature })}\n`
      const file = join(folder, `${record}-${String(number).padStart(6, '0')}.checkpoint.json`)
      const draft = join(folder, `.${randomUUID()}.partial`)
      try {
        const handle = await open(draft, 'wx', 0o644)
        try {
          await handle.writeFile(text)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(draft, file)
        // For the first meeting: they compare its id by telephone, and keep their own copy from then on.
        await writeFile(join(folder, `key-${key.id}.pem`), key.publicPem)
        if ((await readFile(file, 'utf8')) !== text) throw new Error('what was written is not what is there')
      } catch (error) {
        throw new Error(`the folder cannot be written (${codeOf(error)})`, { cause: error })
      }
    },
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code ?? message
}
