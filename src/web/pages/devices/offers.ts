import { postAt } from '../../../application/author.ts'
import type { StandsFor } from '../../../application/devices.ts'
import type { Directory, Post } from '../../../domain/child/directory.ts'
import type { Moment } from '../../../kernel/moment.ts'

/** What a device of whoever asks can stand for, by the value of its choice. */
export interface Offered {
  readonly value: string
  readonly words: string
  readonly hint: string
  readonly standsFor: StandsFor
}

/** A manager's: the homes where people come to work, and the foster carers, of the organisation; of their own home where they
    manage one. An administrator's:
    the walls of the organisation. The database holds to the same. */
export function offersOf(directory: Directory, own: Post, now: Moment): readonly Offered[] {
  const { organisation, team } = own
  const held = directory.posts.filter(
    (post) => post.organisation === organisation && postAt(directory, post.id, now) !== undefined,
  )
  if (own.role === 'administrator')
    return held
      .filter(({ role }) => role === 'wallboard')
      .map(({ id, personName }) => ({
        value: id,
        words: personName,
        hint: 'A screen on a wall: it shows the board, and writes nothing',
        standsFor: { kind: 'wallboard', organisation, post: id },
      }))
  const carers = held.filter((post) => post.role === 'carer' && (team === undefined || post.team === team))
  const [fostering, working] = [
    carers.filter(({ fosters }) => fosters === true),
    carers.filter(({ fosters }) => fosters !== true),
  ]
  const homes = [...new Set(working.map((post) => post.team).filter((home) => home !== undefined))]
  return [
    ...homes.map((home) => ({
      value: `home: ${home}`,
      words: `A device of ${home}`,
      hint: 'Whoever works there gives a name and a PIN',
      standsFor: { kind: 'home', organisation, home } as const,
    })),
    ...fostering.map(({ id, personName }) => ({
      value: id,
      words: `${personName}’s own telephone`,
      hint: 'A foster carer’s: it opens the report, for the children placed there, and nothing else',
      standsFor: { kind: 'foster-carer', organisation, post: id } as const,
    })),
  ]
}
