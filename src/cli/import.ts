import { writeFile } from 'node:fs/promises'
import type { ImportAnswer, ImportReport } from '../application/commands/import-report.ts'
import { countsInWords, refusalsFile } from './import-words.ts'
import { progressOn } from './import-progress.ts'
import type { Verb } from './verb.ts'

export const importVerb: Verb = {
  name: 'import <form> <folder>',
  summary: 'take a statutory return into the record: import ssda903 FOLDER --council NAME',
  options: [
    { flags: '--council <name>', summary: 'the council whose return it is, by its name in the directory' },
    { flags: '--reason <text>', summary: 'why, for the record of runs' },
    { flags: '--refusals <file>', summary: 'write every row that was refused to this CSV file' },
  ],
  run: async (house, { words, options, answer }) => {
    const [form = '', folder = ''] = words
    if (form !== 'ssda903') return trouble(`There is no import of ${form}: only ssda903.`)
    const { council, reason, refusals } = options
    if (typeof council !== 'string') return trouble('Say whose return it is: --council NAME.')
    const given = await house.importReturn({
      folder,
      council,
      reason: typeof reason === 'string' ? reason : `SSDA903 return of ${council}`,
      progress: progressOn(process.stderr),
    })
    if (given.kind !== 'imported') return trouble(whyNot(given))
    const { report } = given
    if (typeof refusals === 'string') await writeFile(refusals, refusalsFile(report))
    answer(countsInWords(report), report)
    return exitCode(report)
  },
}

/** 0 when every file was read, whatever became of its rows; 1 when a file was refused. */
function exitCode({ files }: ImportReport): number {
  return files.some(({ kind }) => kind === 'refused') ? 1 : 0
}

function whyNot(answer: Exclude<ImportAnswer, { kind: 'imported' }>): string {
  if (answer.kind === 'folder-not-read') return `Nothing was imported: ${answer.because}.`
  const known = answer.councils.length === 0 ? 'none yet' : answer.councils.join(', ')
  return `Nothing was imported: the directory has no council of that name. It has: ${known}.`
}

function trouble(words: string): number {
  console.error(words)
  return 1
}
