import { companionsOf, joinTogether, type Companion } from '../../../application/commands/away-together.ts'
import { atMinute, beginEpisode } from '../../../application/commands/begin-episode.ts'
import { registerChild } from '../../../application/commands/register-child.ts'
import { idFrom } from '../../../application/ids.ts'
import { likelySame } from '../../../application/queries/children-to-report.ts'
import type { EpisodeBodies } from '../../../domain/episode/entries.ts'
import type { ChildId, EpisodeId } from '../../../domain/episode/entry.ts'
import { ageOn, londonDate } from '../../../kernel/london.ts'
import { parseId } from '../../../kernel/ids.ts'
import { sameBy } from '../../pages/report/new-child/form.ts'
import { childSummaryOf } from '../answers/children.ts'
import { bodies, occurred, toldBy } from '../bodies.ts'
import { childBodies } from '../child-bodies.ts'
import { answering, problemReply, taking, type Call, type Operation, type Reply } from '../operation.ts'
import { keyUsed, mayNot, undoneReply } from '../outcome.ts'
import { notValid, problem } from '../problem.ts'
import { closed } from '../schemas.ts'
import {
  constant,
  described,
  id,
  list,
  maybe,
  named,
  object,
  oneOf,
  without,
  type Shape,
  type ValueOf,
} from '../shape.ts'
import { occurredAsKept } from '../take.ts'
import { notFound } from './reading.ts'

const mayReport = { kind: 'may', command: 'raise-concern' } as const

/** What is said of Care that is missing is no part of a child's own concern. */
type OfCare = Pick<EpisodeBodies['concern-raised'], 'care' | 'why' | 'aboutSetting' | 'childsAccount'>

type Concern = Omit<
  EpisodeBodies['concern-raised'],
  'subject' | 'reference' | 'partnership' | 'editions' | 'how' | keyof OfCare
>
/** What the record says by itself is not asked: the child, the reference, whose protocol it runs by. */
const concern: Shape<Concern> = without(
  bodies['concern-raised'],
  'subject',
  'reference',
  'partnership',
  'editions',
  'how',
  'care',
  'why',
  'aboutSetting',
  'childsAccount',
)

const atMost20: Shape<readonly EpisodeId[]> = { ...list(id<'episode'>()), maxItems: 20 }

const beginning = object({
  noticed: described(occurred, 'When it was noticed that the child is not there.'),
  how: oneOf(['noticed', 'told']),
  concern,
  threshold: described(bodies['threshold-assessed'], 'The question of worry, asked with every concern.'),
  toldBy: maybe(described(toldBy, 'Who said it, where it is written down for another organisation.')),
  together: maybe(described(atMost20, 'Episodes of other children who are away with this one.')),
})

const registering = object({
  child: childBodies['child-registered'],
  sure: maybe(
    described(
      constant(true),
      'None of those who were shown is the one. Sent after `may-be-known`, never before.',
    ),
  ),
})

export const beginningOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/children',
    operationId: 'registerChild',
    tag: 'children',
    summary: 'A child who is not known here yet',
    description:
      'Say at least one thing about the child. Whoever may be the same is shown first, so that no child gets a second record unasked.',
    may: mayReport,
    audit: { kind: 'entry', what: 'child-registered, after a look that names those who may be the same' },
    body: {
      schema: closed(registering),
      example: { child: { name: 'Alex Example', otherNames: [], approximateAge: 14, pronoun: 'they' } },
    },
    problems: ['may-be-known'],
    answer: {
      status: 201,
      description: 'The child has a record.',
      schema: named('Registered', object({ child: id<'child'>() })),
    },
    handle: taking(registering, register),
  },
  {
    method: 'POST',
    path: '/children/{child}/episodes',
    operationId: 'beginEpisode',
    tag: 'episodes',
    summary: 'A child is not where they should be',
    description:
      'Begins an episode with its concern and the answer about worry. Police do not know by this: ring them, and say so with `report-missing`.',
    may: mayReport,
    audit: { kind: 'entry', what: 'concern-raised, threshold-assessed, episode-linked' },
    body: {
      schema: closed(beginning),
      example: {
        noticed: { at: '2026-03-28T21:40:00Z', precision: 'minute' },
        how: 'noticed',
        concern: { expectedAt: 'The home', whereabouts: 'unknown', authorisation: 'not-authorised' },
        threshold: { worriedNow: true },
      },
    },
    refuses: true,
    answer: {
      status: 201,
      description: 'The episode has begun.',
      schema: named('Begun', object({ episode: id<'episode'>() })),
    },
    handle: taking(beginning, begin),
  },
]

async function register(call: Call, { child, sure }: ValueOf<typeof registering>): Promise<Reply> {
  const { app, who, key, now } = call
  const wrong = problemOf(child, call)
  if (wrong !== undefined) return wrong
  if (sure !== true) {
    // Sent a second time, the child who was registered the first time is among those found.
    const own = idFrom<'child'>('child', key)
    const found = await likelySame(app, who.visitor, sameBy(child))
    const others = found.filter(({ card }) => card.child !== own)
    if (others.length > 0) {
      const detail = 'Look at `candidates`. If the child is none of them, send it again with `sure`.'
      const candidates = others.map(({ card, open }) => ({ ...childSummaryOf(card), openEpisode: open }))
      return problemReply(problem('may-be-known', detail, { candidates }))
    }
  }
  const outcome = await registerChild(app, who.visitor, who.author, key, child, atMinute(now))
  if (outcome.kind === 'may-not') return mayNot()
  if (outcome.kind === 'command-taken') return keyUsed()
  return answering({ child: outcome.child }, { location: `/api/v1/children/${outcome.child}` })
}

function problemOf(
  child: ValueOf<(typeof childBodies)['child-registered']>,
  { now }: Call,
): Reply | undefined {
  const { name, bornOn, approximateAge, description } = child
  if ([name, bornOn, approximateAge, description].every((part) => part === undefined))
    return problemReply(
      notValid([{ pointer: '#/child', detail: 'must say a name, an age or what the child looks like' }]),
    )
  const today = londonDate(now)
  const isChild = bornOn === undefined || (bornOn <= today && ageOn(bornOn, today) <= 25)
  if (isChild && (approximateAge ?? 0) <= 25) return undefined
  const pointer = isChild ? '#/child/approximateAge' : '#/child/bornOn'
  return problemReply(notValid([{ pointer, detail: 'is not a child’s' }]))
}

async function begin(call: Call, sent: ValueOf<typeof beginning>): Promise<Reply> {
  const { app, who, params, key } = call
  const child = parseId<'child'>(params['child'] ?? '')
  const card = child && (await app.store.read(who.visitor, (session) => session.card(child)))
  if (child === undefined || card === undefined) return notFound()
  const companions = await companionsIn(call, child, sent.together ?? [])
  if (companions === undefined)
    return problemReply(notValid([{ pointer: '#/together', detail: 'names an episode that is not there' }]))
  const noticed = occurredAsKept(sent.noticed)
  const outcome = await beginEpisode(app, {
    visitor: who.visitor,
    author: who.author,
    commandId: key,
    child,
    noticed,
    concern: { ...sent.concern, how: sent.how },
    threshold: sent.threshold,
    ...(sent.toldBy && { toldBy: sent.toldBy }),
    together: companions.map(({ episode }) => episode),
  })
  // An id that made an episode before, with other words, is seen as overtaken: it is the key that is spent.
  if (outcome.kind === 'overtaken') return keyUsed()
  if (outcome.kind !== 'done') return undoneReply(call, idFrom('episode', child, key), outcome)
  const { episode } = outcome
  await joinTogether(app, who.visitor, who.author, key, { child, episode, noticed }, companions)
  return answering({ episode }, { location: `/api/v1/episodes/${episode}` })
}

/** Everyone who is away with those named, them included; nothing if one of them is not there to see. */
async function companionsIn(
  { app, who }: Call,
  child: ChildId,
  together: readonly EpisodeId[],
): Promise<readonly Companion[] | undefined> {
  const found = new Map<EpisodeId, Companion>()
  for (const episode of together) {
    const first = await app.store.read(who.visitor, (session) => session.chronology(episode))
    if (first === undefined) return undefined
    const others = await companionsOf(app, who.visitor, episode)
    for (const one of [{ episode, ...first }, ...others]) found.set(one.episode, one)
  }
  return [...found.values()].filter((one) => one.child !== child)
}
