import type { Given, Verb } from './verb.ts'

export const auditVerb: Verb = {
  name: 'audit <act> <file>',
  summary:
    'audit export FILE: what an outsider needs to hold the record to its checkpoints, without a word of it',
  options: [
    { flags: '--from <day>', summary: 'from this day on, YYYY-MM-DD, widened to the checkpoint before' },
    { flags: '--to <day>', summary: 'to the end of this day, widened to the checkpoint after' },
    { flags: '--with-content', summary: 'with everything that was written; needs --purpose and --reference' },
    { flags: '--purpose <words>', summary: 'why, for the record of exports' },
    { flags: '--reference <words>', summary: 'the case, request or order that it rests on' },
  ],
  run: async (house, given) => {
    const [act = '', file = ''] = given.words
    if (act !== 'export') return trouble(`There is no audit ${act}: only audit export FILE.`)
    const { options, answer } = given
    const withContent = options['withContent'] === true
    const [purpose, reference] = [textOf(options, 'purpose'), textOf(options, 'reference')]
    if (withContent && (purpose === undefined || reference === undefined))
      return trouble('Content leaves only with its reason on the record: --purpose WORDS --reference WORDS.')
    const [from, to] = [textOf(options, 'from'), textOf(options, 'to')]
    const made = await house.exportAudit({
      file,
      withContent,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(purpose !== undefined && { purpose }),
      ...(reference !== undefined && { reference }),
    })
    if (made.kind === 'refused') return trouble(made.because)
    const what = withContent ? 'with everything that was written' : 'without a word of what was written'
    const words = `${file} holds positions ${made.from + 1} to ${made.until}, ${what}. docs/assurance/verify.mjs reads it.`
    answer(words, made)
    return 0
  },
}

function textOf(options: Given['options'], name: string): string | undefined {
  const text = options[name]
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

function trouble(line: string): number {
  console.error(line)
  return 1
}
