import type { DisposedNow } from './disposing.ts'
import type { Verb } from './verb.ts'

export const disposeVerb: Verb = {
  name: 'dispose',
  summary: 'dispose of everything that two people have confirmed, each with a line in the register first',
  run: async (house, { answer }) => {
    const done = await house.disposing.dispose()
    const words = done.length === 0 ? 'Nothing is confirmed for disposal.' : done.map(inWords).join('\n')
    answer(words, done)
    return done.some(({ kind }) => kind === 'not-now') ? 1 : 0
  },
}

export const certificateVerb: Verb = {
  name: 'certificate <decision> <file>',
  summary: 'write what proves a disposal to an outsider, without a word of what it was',
  run: async (house, { words, answer }) => {
    const [decision = '', file = ''] = words
    const made = await house.disposing.certificate(decision, file)
    if (made.kind === 'refused') {
      console.error(made.why)
      return 1
    }
    answer(
      `${file} certifies the disposal of ${made.entries} entries. docs/assurance/verify-disposal.mjs holds it to an audit export.`,
      made,
    )
    return 0
  },
}

function inWords(one: DisposedNow): string {
  if (one.kind === 'not-now') return `${one.decision} was left: ${reasons[one.why] ?? one.why}.`
  const { decision, line, sections, whole } = one
  const rest = whole ? 'nothing of the record is left' : 'others still hold a part'
  return `${decision} is carried out: ${sections} sections, ${rest}. Line ${line} of the register; its certificate: whereabouts certificate ${decision} FILE.`
}

const reasons: Readonly<Record<string, string>> = {
  'in-use': 'an episode is open or a duty is owed',
  'on-hold': 'somebody holds the record',
  'not-due': 'it is not due any more',
  'kept-for-now': 'it is kept until a later day',
  'no-longer-confirmed': 'it does not stand confirmed any more',
}
