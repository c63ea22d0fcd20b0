import { daysCounted, returnFigures } from '../../../application/queries/return-figures.ts'
import { londonDate, parseLondonDate } from '../../../kernel/london.ts'
import { returnFiguresAnswer, returnFiguresAnswerOf } from '../answers/return-figures.ts'
import { answering, problemReply, type Call, type Operation, type Reply } from '../operation.ts'
import { notValid } from '../problem.ts'
import { day, described } from '../shape.ts'

/** The figures of the page /return-figures, to whom they are shown there. */
export const returnFiguresOperation: Operation = {
  method: 'GET',
  path: '/return-figures',
  operationId: 'readReturnFigures',
  tag: 'outside',
  summary: 'What was owed after returns, and done',
  description:
    'Each figure with what it is of and with who is left out and why. Whoever reads none of the children counts those of their own council, without a name.',
  may: { kind: 'may-use', use: 'see-return-figures' },
  audit: { kind: 'look', what: 'figures of returns, naming the children in them' },
  query: {
    from: asked('The first day of the returns: a year before the last, where it is left out.'),
    until: asked('The last day of them: today, where it is left out.'),
    knownOn: asked('Also as it was known at the end of this day.'),
  },
  answer: { status: 200, description: 'The figures at this moment.', schema: returnFiguresAnswer },
  handle: count,
}

function asked(what: string) {
  return { required: false, schema: described(day, what) }
}

async function count({ app, who, query, now }: Call): Promise<Reply> {
  const read = (['from', 'until', 'knownOn'] as const).map((name) => {
    const said = query[name]
    return { name, said, date: said === undefined ? undefined : parseLondonDate(said) }
  })
  const wrong = read.filter(({ said, date }) => said !== undefined && date === undefined)
  if (wrong.length > 0)
    return problemReply(
      notValid(wrong.map(({ name }) => ({ parameter: name, detail: 'must be a day, such as 2026-03-28' }))),
    )
  const [from, until, knownOn] = read.map(({ date }) => date)
  const days = daysCounted({ from, until, knownOn }, londonDate(now))
  return answering(returnFiguresAnswerOf(await returnFigures(app, who.visitor, days), days))
}
