import type { LondonDate } from '../../src/kernel/london.ts'
import type { Within } from '../../src/kernel/within.ts'
import type { EpisodePage } from '../../src/application/queries/episode-page.ts'
import { actsFor } from '../../src/application/queries/acts.ts'
import { earlierOf } from '../../src/application/queries/earlier.ts'
import { answerableOf } from '../../src/application/projections/cards.ts'
import { dutyRows, factsOf } from '../../src/application/projections/project.ts'
import type { Protocols } from '../../src/application/protocols.ts'
import { byUrgency, dutyNow } from '../../src/application/who-holds.ts'
import type { ChildStream } from '../../src/domain/child/child.ts'
import { childAt } from '../../src/domain/child/child-at.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { episodeOf } from '../../src/domain/episode/evolve.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { aldermoor, directory, milo, oakfield, sam, teacher } from './a-directory.ts'
import { cast, tyler } from './cast.ts'
import { theEpisode } from './chronology.ts'
import { firstEdition } from './first-edition.ts'
import { day, streamOf, pictureOf, told } from './told-of-a-child.ts'

/** The first edition under the name that ordinary entries give it. */
export const protocols: Protocols = { editions: [{ ...firstEdition(), edition: '2026-01' }] }

/** Tyler, looked after, who lives at Fernside; an adult is known of whom police should think. */
export const tylersStream: ChildStream = streamOf(
  tyler,
  told('child-registered', '2025-09-01T09:00:00.000Z', {
    name: 'Tyler Boothe',
    otherNames: ['Ty'],
    bornOn: day('2011-05-04'),
    pronoun: 'he',
  }),
  told('responsible-council-set', '2025-09-01T09:00:00.000Z', { council: aldermoor.id }),
  told('looked-after-from', '2025-09-01T09:00:00.000Z', {}),
  told('placed', '2025-09-01T10:00:00.000Z', {
    setting: {
      name: 'Fernside',
      kind: 'childrens-home',
      provider: oakfield.id,
      areaCouncil: aldermoor.id,
      telephone: '01632 960511',
    },
  }),
  told('worker-allocated', '2025-09-01T11:00:00.000Z', { role: 'social-worker', post: sam.id }),
  told('partner-named', '2025-10-01T09:00:00.000Z', {
    organisation: teacher.organisation,
    why: 'He sees the counsellor each week',
  }),
  told('health-known', '2025-10-01T09:00:00.000Z', {
    kind: 'medication',
    text: 'Insulin <b>twice</b> a day',
    without: 'Ill within a day',
  }),
  told('plan-agreed', '2025-10-01T09:00:00.000Z', {
    reasonableTime: 'PT30M' as Within,
    reviewBy: '2026-12-01' as LondonDate,
    says: 'Ring his <b>aunt</b>',
  }),
  told('plan-drafted', '2025-10-01T09:00:00.000Z', {
    childsWords: 'Text <b>me</b>',
    reasonableTime: 'PT30M' as Within,
    reviewBy: '2026-12-01' as LondonDate,
    callFirst: 'His <b>aunt</b>',
    whereToLook: 'The lock',
  }),
  told('detail-known', '2025-10-01T09:00:00.000Z', {
    detail: { kind: 'telephone', number: '07700 900102', network: 'Calder <b>Mobile</b>' },
    suppliedBy: 'His <b>aunt</b>',
  }),
  told('address-protected', '2025-10-01T09:00:00.000Z', {
    address: '1 The <b>Yard</b>',
    keptFrom: 'His uncle',
    why: 'He looked for him',
  }),
  told('photograph-added', '2025-10-01T09:00:00.000Z', pictureOf('2025-09-20')),
  told('person-shut-out', '2025-11-01T09:00:00.000Z', {
    person: milo.person,
    name: milo.personName,
    scope: { kind: 'record' },
    reason: 'His uncle <b>',
    reviewBy: day('2026-09-01'),
  }),
  told('record-restricted', '2025-11-01T09:00:00.000Z', {
    named: directory.posts.map(({ id }) => id),
    reason: 'He is a witness',
    reviewBy: day('2026-09-01'),
  }),
  told('concern-known', '2026-01-10T09:00:00.000Z', {
    kind: 'adult',
    text: 'A man called Dev with a <silver> car',
  }),
  told('child-access-given', '2026-02-01T09:00:00.000Z', {
    view: 'He is <fourteen> and asked who reads it',
    explained: 'Who reads it, and what cannot be kept secret',
    language: 'English',
  }),
  told('child-wrote', '2026-02-02T20:15:00.000Z', { words: 'Can I see my <sister>?', editions: [] }),
)

interface As {
  readonly author?: Author
  readonly stream?: ChildStream
  readonly asKnown?: boolean
  readonly others?: EpisodePage['others']
}

/** What the query would answer for this chronology at a moment. */
export function anEpisodePage(chronology: Chronology, at: Moment, as: As = {}): EpisodePage {
  const { author = cast['duty-team'], stream = tylersStream, asKnown = false, others = [] } = as
  const episode = episodeOf(chronology)
  const record = childAt(stream, at, at)
  const facts = factsOf(stream, new Map([[theEpisode, chronology]]), theEpisode)
  const rows = dutyRows(protocols, tyler, theEpisode, chronology, episode, facts)
  const answerable = {
    ...answerableOf(record),
    ...(episode.raised && { raisedBy: episode.raised.by.organisation }),
  }
  return {
    at,
    asKnown,
    id: theEpisode,
    child: tyler,
    record,
    episode,
    chronology,
    steps: [...new Set(chronology.map(({ recorded }) => recorded))].toSorted(),
    duties: rows.map((row) => dutyNow(row, answerable, directory, at)).toSorted(byUrgency),
    acts: asKnown ? [] : actsFor(episode, author),
    heldElsewhere: [],
    learnedElsewhere: [],
    earlier: earlierOf(record, []),
    others,
    shown: chronology.length,
  }
}

/** What the layout needs, at the same moment. */
export function aVisit(now: Moment) {
  return {
    person: { name: 'Maureen Tully', post: 'Calderwick Council' },
    dutiesOwed: 3,
    dutyTeam: { name: 'Emergency duty team', telephone: '01632 960199' },
    demonstration: true,
    csrfToken: 'token',
    now,
  }
}
