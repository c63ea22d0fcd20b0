import type { EditionRef } from '../../domain/episode/entries.ts'
import type { Course } from './course.ts'
import type { Night } from './night.ts'
import { tell } from './night.ts'
import { words } from './words.ts'

/** Whose protocol, and by what the episode is called. */
export interface Raising {
  readonly reference: string
  readonly partnership: string
  readonly editions: readonly EditionRef[]
}

/** Somebody notices, says whether they are worried, and looks. */
export function search(
  night: Night,
  { noticed, isWorried, returned, reported }: Course,
  raising: Raising,
): void {
  const { life, absence, pen, chance, raiser, expectedAt, toldBy } = night
  const written = noticed + 3
  pen(
    noticed,
    raiser,
    'concern-raised',
    {
      subject: { kind: 'child', child: life.id },
      ...raising,
      expectedAt,
      whereabouts: absence.kind === 'away' ? 'known-elsewhere' : 'unknown',
      ...(absence.kind === 'away' && { where: chance.pick(words.where) }),
      authorisation: absence.kind === 'late' ? 'late' : 'not-authorised',
      how: toldBy === undefined ? 'noticed' : 'told',
    },
    { written, ...(toldBy && { toldBy }) },
  )
  const worried = isWorried && absence.kind === 'missing'
  const why = chance.pick(worried ? words.worried : words.notYetWorried)
  pen(noticed + 1, raiser, 'threshold-assessed', { worriedNow: worried, why }, { written })
  if (absence.kind === 'missing')
    pen(
      absence.left,
      raiser,
      'answered',
      { question: 'last-seen', text: chance.pick(words.lastSeen) },
      { written },
    )
  const until = reported ?? returned
  for (const [nth, [action, outcome]] of actionsOf(night, worried).entries()) {
    const at = noticed + 2 + nth * 4
    if (at < until)
      pen(at, raiser, 'action-taken', { action, outcome }, { written: Math.min(until, noticed + 12) })
  }
}

function actionsOf({ chance }: Night, worried: boolean): readonly (readonly [string, string])[] {
  const some = worried ? chance.between(0, 2) : chance.between(1, 3)
  const from = chance.between(0, words.actions.length - 1)
  return Array.from(
    { length: some },
    (_, nth) => words.actions[(from + nth) % words.actions.length] ?? words.actions[0],
  )
}

/** Back before anybody was told, or at a place that is known: read by a manager, and closed. */
export function tellOnCall(night: Night, at: number): void {
  const { home, raiser, chance } = night
  if (home !== undefined && chance.happens(0.6))
    tell(night, at, raiser, 'home-on-call', 'concern', home.onCall.author.name)
}
