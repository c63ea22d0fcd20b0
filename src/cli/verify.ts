import type { House } from './house.ts'
import { progressBar } from './progress-bar.ts'
import type { Verb } from './verb.ts'

export const verifyVerb: Verb = {
  name: 'verify',
  summary: 'read the whole record again and say what is not as it was recorded, or not as it was attested',
  options: [
    { flags: '--checkpoint <files...>', summary: 'checkpoints that somebody else has kept' },
    { flags: '--key <files...>', summary: 'public keys that checkpoints were signed with before' },
  ],
  run: async (house, { options, answer }) => {
    const files = { checkpoints: filesIn(options['checkpoint']), keys: filesIn(options['key']) }
    const verified = await house.verify(progressBar('Verifying', process.stderr), files)
    const { entries, faults } = verified
    const words =
      faults.length === 0
        ? `${entries} entries, each as it was recorded${disposedInWords(verified)}.`
        : [
            `${entries} entries, ${faults.length} faults${disposedInWords(verified)}:`,
            ...faults.map(({ kind, where }) => `${kind}: ${where}`),
          ].join('\n')
    answer(`${words}\n${attestedInWords(verified)}`, verified)
    return faults.length === 0 ? 0 : 1
  },
}

function filesIn(option: unknown): readonly string[] {
  return Array.isArray(option) ? option.map(String) : []
}

/** Sections and not entries: each controller disposes of its own. */
export function disposedInWords({ disposed }: { readonly disposed: number }): string {
  if (disposed === 0) return ''
  return `; ${disposed} ${disposed === 1 ? 'section was' : 'sections were'} lawfully disposed of`
}

/** Entries, looks and runs have one numbering, so this is not a number of entries. */
export function attestedInWords({ attested, newer }: Awaited<ReturnType<House['verify']>>): string {
  const rest =
    newer === 0
      ? 'nothing is newer'
      : `${newer} newer ${newer === 1 ? 'position is' : 'positions are'} not yet attested`
  return attested === undefined
    ? 'No checkpoint has been signed: nothing is attested yet.'
    : `Attested up to position ${attested.position}, by checkpoint ${attested.number} of ${attested.at}; ${rest}.`
}
