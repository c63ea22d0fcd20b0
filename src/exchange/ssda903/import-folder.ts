import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { londonDate } from '../../kernel/london.ts'
import { momentAt } from '../../kernel/moment.ts'
import type { ImportAnswer, ImportAsked } from '../../application/commands/import-report.ts'
import {
  councilNamed,
  importedChild,
  importReturn,
  type ImportStore,
} from '../../application/commands/import-return.ts'
import type { Imported } from '../../application/commands/import-take.ts'
import type { Protocols } from '../../application/protocols.ts'
import { readReturn, type FileGiven } from './read-return.ts'

/** Reads the CSV files of a folder as one council's return and takes them into the record. Every file is read before
    anything is written, and an answer that is not `imported` means that nothing was. */
export async function importSsda903(
  { store, protocols }: { readonly store: ImportStore; readonly protocols: Protocols },
  asked: ImportAsked,
): Promise<ImportAnswer> {
  const directory = await store.directory()
  const council = councilNamed(directory, asked.council)
  if (council === undefined) {
    const councils = directory.organisations.filter(({ kind }) => kind === 'council').map(({ name }) => name)
    return { kind: 'no-such-council', councils }
  }
  const given = await filesIn(asked.folder)
  if (typeof given === 'string') return { kind: 'folder-not-read', because: given }
  const today = londonDate(momentAt(Date.now()))
  const read = readReturn(given, today, (key) => importedChild(council, key))
  const { progress, reason } = asked
  const run = { store, protocols, council, reason, progress }
  const imported = read.children.length === 0 ? nothing : await importReturn(run, read.children)
  const { files, children, refused, noted } = read
  const warned = [...read.warned, ...imported.warned]
  return {
    kind: 'imported',
    report: { ...imported, files, refused, noted, warned, children: children.length },
  }
}

const nothing: Imported = { landed: [], warned: [], asked: 0 }

/** Every file whose name ends in .csv, or why the folder cannot be read. */
async function filesIn(folder: string): Promise<readonly FileGiven[] | string> {
  try {
    const found = await readdir(folder, { withFileTypes: true })
    const names = found
      .filter((one) => !one.isDirectory() && /\.csv$/i.test(one.name))
      .map(({ name }) => name)
    if (names.length === 0) return `no file in ${folder} ends in .csv`
    return await Promise.all(
      names.toSorted().map(async (file) => ({ file, bytes: await readFile(join(folder, file)) })),
    )
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const [found] = [troubles[code ?? '']]
    if (found === undefined) throw error
    return `${found} (${message})`
  }
}

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'that is not a folder',
  EACCES: 'this account may not read it',
  EISDIR: 'a folder ends in .csv where a file was expected',
}
