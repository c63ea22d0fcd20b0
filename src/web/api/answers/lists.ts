import type { Board, BoardItem } from '../../../application/queries/board.ts'
import type { MyDuties } from '../../../application/queries/my-duties.ts'
import { authorisations, riskLevels, whereaboutsValues } from '../../../domain/episode/entries.ts'
import { responses, type Stage } from '../../../domain/episode/state.ts'
import {
  anyText,
  count,
  day,
  described,
  flag,
  id,
  list,
  maybe,
  moment,
  named,
  object,
  oneOf,
  type ValueOf,
} from '../shape.ts'
import { duty, dutyOf } from './duties.ts'

const stages = responses.filter((response): response is Stage => response !== 'closed')
const pronoun = oneOf(['he', 'she', 'they'])

const boardItem = named(
  'BoardItem',
  object({
    child: id<'child'>(),
    episode: id<'episode'>(),
    reference: anyText,
    name: maybe(anyText),
    bornOn: maybe(day),
    approximateAge: maybe(count),
    pronoun,
    placement: maybe(anyText),
    response: oneOf(stages),
    whereabouts: oneOf(whereaboutsValues),
    authorisation: oneOf(authorisations),
    policeKnow: flag,
    died: flag,
    from: moment,
    risk: maybe(oneOf(riskLevels)),
    riskSince: maybe(moment),
    reportedAt: maybe(moment),
    lastKnown: maybe(anyText),
    lastSeen: maybe(anyText),
    lastSeenAt: maybe(moment),
    lastSeenPrecision: maybe(oneOf(['minute', 'about', 'day'])),
    imported: flag,
    returnedAt: maybe(moment),
    returnedTo: maybe(anyText),
    owed: described(list(duty), 'Open and overdue, most urgent first.'),
  }),
)

export const boardAnswer = named(
  'Board',
  object({
    now: moment,
    looking: described(list(boardItem), 'Nobody has said yet that police were told.'),
    missing: list(boardItem),
    back: described(list(boardItem), 'Back, and still owed something.'),
    asked: described(list(boardItem), 'Open in a statutory return: still missing, or not?'),
  }),
)

export const dutiesAnswer = named(
  'Duties',
  object({
    now: moment,
    owed: list(
      object({
        duty,
        child: object({
          name: maybe(anyText),
          bornOn: maybe(day),
          approximateAge: maybe(count),
          pronoun,
        }),
        because: described(
          oneOf(['owed', 'told']),
          '`told`: it has climbed to this post because whoever owes it was silent.',
        ),
        reference: maybe(described(anyText, 'Of the episode, unless it has left the board.')),
      }),
    ),
    waiting: described(
      list(
        object({
          child: id<'child'>(),
          episode: id<'episode'>(),
          reference: anyText,
          entry: described(id<'entry'>(), 'Acknowledge this entry, and it counts.'),
          what: oneOf(['correction', 'entry-in-error', 'episode-in-error']),
          reason: anyText,
          by: anyText,
          recorded: moment,
        }),
      ),
      'What counts once a second person has confirmed it, and who asks is not its writer.',
    ),
  }),
)

export function boardAnswerOf({ now, looking, missing, back, asked }: Board): ValueOf<typeof boardAnswer> {
  return {
    now,
    looking: looking.map(itemOf),
    missing: missing.map(itemOf),
    back: back.map(itemOf),
    asked: asked.map(itemOf),
  }
}

function itemOf({ row, owed }: BoardItem): ValueOf<typeof boardItem> {
  const { answerable: _answerable, ...told } = row
  return { ...told, owed: owed.map(dutyOf) }
}

export function dutiesAnswerOf({ now, owed, waiting }: MyDuties): ValueOf<typeof dutiesAnswer> {
  return {
    now,
    owed: owed.map(({ duty: due, child, because, reference }) => ({
      duty: dutyOf(due),
      because,
      ...(reference !== undefined && { reference }),
      child: {
        ...(child.name !== undefined && { name: child.name }),
        ...(child.bornOn !== undefined && { bornOn: child.bornOn }),
        ...(child.approximateAge !== undefined && { approximateAge: child.approximateAge }),
        pronoun: child.pronoun,
      },
    })),
    waiting: waiting.map(({ child, ...one }) => ({ ...one, child: child.child, reference: child.reference })),
  }
}
