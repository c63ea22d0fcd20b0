import type { DutyNow } from '../../../application/who-holds.ts'
import type { EpisodeId } from '../../../domain/episode/entry.ts'
import { standings } from '../../../domain/protocol/obligation.ts'
import type { Holder } from '../../../domain/child/holder.ts'
import { role } from '../bodies.ts'
import {
  anyText,
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

export const holder = named(
  'Holder',
  object({
    kind: oneOf(['post', 'organisation', 'nobody']),
    name: anyText,
    organisationName: anyText,
    telephone: described(anyText, 'Rung at this hour, it is answered, as far as the directory knows.'),
    answeredBy: maybe(described(anyText, 'Who answers that number, where it is not the holder.')),
  }),
)

export const duty = named(
  'Duty',
  object({
    id: anyText,
    episode: maybe(described(id<'episode'>(), 'Absent: it is owed on the child’s own record.')),
    child: id<'child'>(),
    duty: anyText,
    title: anyText,
    keeper: flag,
    owedBy: role,
    standing: described(oneOf(standings), 'Against the moment of this answer; it is never stored.'),
    startsAt: moment,
    dueAt: described(moment, 'Done at this moment is in time.'),
    endOfDay: flag,
    provisional: flag,
    because: described(anyText, 'Where the due time comes from, corrections included.'),
    metAt: maybe(moment),
    metBy: maybe(id<'entry'>()),
    dischargedAt: maybe(moment),
    cancelledAt: maybe(moment),
    edition: anyText,
    verified: flag,
    holder,
    shouldKnow: described(
      list(object({ tell: role, at: moment, acknowledgedBy: maybe(anyText), holder })),
      'Who should know by now because the duty was silent.',
    ),
    shownOverdue: list(object({ from: moment, until: maybe(moment) })),
  }),
)

export function dutyOf({ row, standing, holder: held, fired, shownOverdue }: DutyNow): ValueOf<typeof duty> {
  const { covered: _covered, rungs: _rungs, section: _section, workIn: _workIn, stream, ...times } = row
  return {
    ...times,
    ...(stream !== row.child && { episode: stream as EpisodeId }),
    standing,
    holder: holderAnswer(held),
    shouldKnow: fired.map(({ holder: told, ...rung }) => ({ ...rung, holder: holderAnswer(told) })),
    shownOverdue,
  }
}

export function holderAnswer({
  kind,
  name,
  organisationName,
  telephone,
  answeredBy,
}: Holder): ValueOf<typeof holder> {
  return { kind, name, organisationName, telephone, ...(answeredBy !== undefined && { answeredBy }) }
}
