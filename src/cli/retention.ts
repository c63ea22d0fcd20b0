import { classRules, retentionClasses, type RetentionClass } from '../domain/access/retention.ts'
import type { Given, Verb } from './verb.ts'

export const retentionVerb: Verb = {
  name: 'retention <act>',
  summary:
    'say how long an organisation keeps a class of record: retention classes; retention set --organisation NAME --class CLASS --years N --source TEXT',
  options: [
    { flags: '--organisation <organisation>', summary: 'by its name or its id' },
    { flags: '--class <class>', summary: 'one of those that retention classes names' },
    { flags: '--years <years>', summary: 'a whole number up to 150' },
    { flags: '--source <source>', summary: 'the schedule that says so, with its part' },
  ],
  run: async (house, given) => {
    const [act = ''] = given.words
    if (act === 'classes') return classes(given)
    if (act !== 'set') return trouble(`There is no retention ${act}: only classes and set.`)
    const { organisation, class: of, years, source } = given.options
    if (typeof organisation !== 'string') return trouble('Say whose: --organisation NAME.')
    if (!isClass(of)) return trouble(`Say which class: --class, one of ${retentionClasses.join(', ')}.`)
    const number = typeof years === 'string' && /^\d{1,3}$/.test(years) ? Number(years) : 151
    if (number > 150) return trouble('Say how long: --years, a whole number up to 150.')
    if (typeof source !== 'string' || source.trim() === '')
      return trouble('Say which schedule says so: --source TEXT.')
    const set = await house.disposing.schedule({
      organisation,
      class: of,
      years: number,
      source: source.trim(),
    })
    if (set.kind === 'refused') return trouble(set.why)
    given.answer(`${set.organisation} keeps the ${set.label} for ${number} years.`, set)
    return 0
  },
}

function classes({ answer }: Given): number {
  const lines = retentionClasses.map((of) => {
    const { label, years, yearsAfterDeath, from, source, verified } = classRules[of]
    const length =
      years === undefined
        ? 'no length until one is set'
        : from === 'birth'
          ? `until the ${years}th birthday, or ${yearsAfterDeath ?? 0} years from a death under 18`
          : `${years} years from the last entry`
    return `${of}: ${label}, ${length}. ${verified ? 'Read at its source' : 'Not verified'}: ${source}.`
  })
  answer(lines.join('\n'), classRules)
  return 0
}

function isClass(text: unknown): text is RetentionClass {
  return (retentionClasses as readonly unknown[]).includes(text)
}

function trouble(words: string): number {
  console.error(words)
  return 1
}
