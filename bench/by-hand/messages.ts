import { momentInWords } from '../../src/kernel/london.ts'
import { latest } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { Obligation } from '../../src/domain/protocol/obligation.ts'
import type { OwnEntry, OwnEntryOf } from '../../src/domain/protocol/own-record.ts'
import { later } from './due.ts'
import { edition, house } from './sources.ts'

type Wrote = OwnEntryOf<'child-wrote'>
type Answered = OwnEntryOf<'child-answered'>

const answering: readonly Role[] = ['social-worker', 'team-manager', 'duty-team', 'reviewing-officer']

/** What is owed on what a child wrote to us, by this one edition, in the order of its clauses. */
export function messagesByHand(own: readonly OwnEntry[]): readonly Obligation[] {
  const inOrder = own.toSorted((a, b) =>
    a.occurred.at < b.occurred.at ? -1 : a.occurred.at > b.occurred.at ? 1 : 0,
  )
  const wrote = inOrder.filter((one): one is Wrote => one.type === 'child-wrote').filter(namesThisEdition)
  const answers = inOrder.filter((one): one is Answered => one.type === 'child-answered')
  return [
    ...wrote.map((by) =>
      owed(
        by,
        'answer-child',
        'Read what the child wrote, and answer them',
        24 * 60,
        '24 hours',
        120,
        answers,
      ),
    ),
    ...wrote
      .filter(({ body }) => body.notSafe === true)
      .map((by) =>
        owed(
          by,
          'speak-with-child-not-safe',
          'Speak with the child who wrote that they are not safe now',
          15,
          '15 minutes',
          15,
          answers.filter(({ body }) => body.means === 'telephone' || body.means === 'in-person'),
        ),
      ),
  ]
}

function namesThisEdition({ body }: Wrote): boolean {
  return body.editions.some((one) => one.protocol === edition.protocol && one.edition === edition.edition)
}

function owed(
  by: Wrote,
  duty: string,
  title: string,
  minutes: number,
  length: string,
  silent: number,
  answers: readonly Answered[],
): Obligation {
  const { at } = by.occurred
  const dueAt = later(at, minutes)
  const answer = answers.find(
    (one) =>
      one.body.wrote === by.id &&
      one.occurred.at.slice(0, 16) >= at.slice(0, 16) &&
      answering.includes(one.by.role),
  )
  return {
    id: `${duty}/${by.id}`,
    duty,
    title,
    keeper: false,
    owedBy: 'social-worker',
    covered: true,
    startedBy: by.id,
    startsAt: at,
    dueAt,
    endOfDay: false,
    provisional: false,
    because: `${length} from the child’s message at ${momentInWords(at)}`,
    ...(answer && { met: { at: latest(answer.occurred.at, at), entry: answer.id, by: answer.by.name } }),
    rungs: [
      { tell: 'team-manager', at: dueAt },
      { tell: 'duty-team', at: later(dueAt, silent) },
    ],
    source: house,
    edition,
  }
}
