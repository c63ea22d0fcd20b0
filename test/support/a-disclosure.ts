import { subjectAccessOf, dueFrom } from '../../src/domain/access/disclosure/request.ts'
import { standingsOf } from '../../src/domain/access/disclosure/standing.ts'
import { wordsOf } from '../../src/domain/access/disclosure/third-parties.ts'
import { controllerOf, type Passage } from '../../src/domain/access/disclosure/passage.ts'
import type { Act, Said } from '../../src/domain/access/disclosure/acts.ts'
import type { Author, EntryId } from '../../src/domain/episode/entry.ts'
import type { Section } from '../../src/domain/episode/sections.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { at } from './at.ts'
import { cast, idFor } from './cast.ts'

/** Who prepares the disclosure. */
export const council = {
  id: cast['social-worker'].organisation,
  name: cast['social-worker'].organisationName,
}
const now = at('2026-11-20T21:40')
/** Words that name the child or somebody who wrote the record. */
export const known = new Set(wordsOf('Jay Mercer', cast['social-worker'].name, cast.carer.name, council.name))

/** A note of one line, as its section and its writer make it: what police keep for police cannot be read. */
export function passage(
  text: string,
  by: Author = cast['social-worker'],
  section: Section = 'core',
): Passage {
  const entry = idFor<'entry'>(`${text} ${by.name} ${section}`) as EntryId
  return {
    id: `${entry}.${section}`,
    stream: idFor('tonight'),
    section,
    type: 'note-added',
    occurred: { at: now, precision: 'minute' },
    by,
    controller: controllerOf(section, by, council),
    ...((section !== 'police-intelligence' || by.organisation === council.id) && {
      lines: [{ field: 'Text', text }],
    }),
  }
}

const received: Said = {
  kind: 'received',
  askedBy: 'Jay Mercer',
  as: 'the-child',
  on: '2026-01-31' as LondonDate,
  asked: 'Everything',
  due: dueFrom('2026-01-31' as LondonDate),
  dueByRule: true,
}

/** A request by the child, and what was said about it since. */
export function acts(...all: readonly Said[]): readonly Act[] {
  return [received, ...all].map((said, place) => ({
    id: idFor<'act'>(`act ${place}`),
    at: now,
    person: cast['social-worker'].person,
    post: cast['social-worker'].post,
    said,
  }))
}

export function standing(passages: readonly Passage[], ...all: readonly Said[]) {
  return standingsOf(passages, subjectAccessOf(acts(...all))!, council.id, known)
}

export const why = { reason: 'third-party', words: 'A cousin' } as const
