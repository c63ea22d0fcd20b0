import { createHash } from 'node:crypto'
import { idFrom } from '../../application/ids.ts'
import { jointProtocols } from '../../application/joint-protocols.ts'
import type { Protocols } from '../../application/protocols.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { ChildStream } from '../../domain/child/child.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../../domain/episode/entry.ts'
import { startOfLondonDay } from '../../kernel/london.ts'
import { latest } from '../../kernel/moment.ts'
import { referenceFrom } from '../../kernel/reference.ts'
import type { Asked } from './asked.ts'
import { chanceOf } from './chance.ts'
import { childFacts } from './child-facts.ts'
import { type Course, courseOf } from './course.ts'
import { penFor } from './drafts.ts'
import { type Before, liveThrough } from './episode-drafts.ts'
import { type Life, lifeOf } from './life.ts'
import { momentOf } from './minutes.ts'
import { type Night, nightOf } from './night.ts'
import type { Partnership } from './partnership.ts'
import type { Raising } from './search.ts'
import { settled } from './settled.ts'
import { wholeSpan } from './span.ts'

/** Everything that is on record about one generated child, as it will be stored. */
export interface GeneratedChild {
  readonly id: ChildId
  readonly stream: ChildStream
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
}

/** One child of the partnership, by their place among `asked.children`. Pure, and nothing of it rests on the others: they
    can be made in any order. */
export function generatedChild(
  asked: Asked,
  partnership: Partnership,
  protocols: Protocols,
  index: number,
): GeneratedChild {
  const life = lifeOf(asked, partnership, index)
  const { to: end } = wholeSpan(asked)
  const nights = nightsOf(asked, partnership, life)
  const first = nights[0]
  const registering = {
    by: first?.night.raiser ?? partnership.supervisor,
    at: (first?.course.noticed ?? end) + 1,
  }
  const stream = childFacts(asked.seed, life, registering, end)
  const episodes = new Map<EpisodeId, Chronology>()
  let before: Before = { earlier: [] }
  for (const { night, course, episode } of nights) {
    const closed = liveThrough(
      night,
      course,
      raisingOf(partnership, protocols, stream, night, course, episode),
      before,
    )
    const among = { protocols, episode, child: stream, others: episodes, end }
    const chronology = settled(night.pen.drafts, among)
    if (chronology.length > 0) episodes.set(episode, chronology)
    before = { earlier: [...before.earlier, course.noticed], previous: { episode, closed } }
  }
  return { id: life.id, stream, episodes }
}

interface OneNight {
  readonly night: Night
  readonly course: Course
  readonly episode: EpisodeId
}

function nightsOf({ seed }: Asked, partnership: Partnership, life: Life): readonly OneNight[] {
  return life.absences.map((absence, nth) => {
    const key = [seed, String(life.who.index), String(nth)] as const
    const chance = chanceOf('night', ...key)
    const nextLeft = life.absences[nth + 1]?.left ?? Infinity
    const night = nightOf(partnership, life, absence, nextLeft, chance, penFor(...key))
    return { night, course: courseOf(night), episode: idFrom<'episode'>('episode', 'generated', ...key) }
  })
}

/** The edition in force, or before the first one that one: the partnership worked by it before it was written down. */
function raisingOf(
  { directory }: Partnership,
  protocols: Protocols,
  stream: ChildStream,
  { raiser }: Night,
  { noticed }: Course,
  episode: EpisodeId,
): Raising {
  const at = momentOf(noticed)
  const written = startOfLondonDay(
    protocols.editions.map(({ from }) => from).reduce((first, from) => (from < first ? from : first)),
  )
  const known = stream.filter(({ recorded }) => recorded <= momentOf(noticed + 4))
  const record = childAt(known, at)
  return {
    reference: referenceFrom(createHash('sha256').update(`generated ${episode}`).digest()),
    ...jointProtocols(protocols, directory, record, raiser, latest(at, written)),
  }
}
