import { board } from '../../../application/queries/board.ts'
import { childPage } from '../../../application/queries/child-page.ts'
import { episodePage } from '../../../application/queries/episode-page.ts'
import { findChildren } from '../../../application/queries/find-children.ts'
import { packOfEpisode } from '../../../application/queries/pack.ts'
import { myDuties } from '../../../application/queries/my-duties.ts'
import { parseId } from '../../../kernel/ids.ts'
import { parseMoment } from '../../../kernel/moment.ts'
import { searchWords } from '../../pages/children/search-words.ts'
import { childAnswer, childAnswerOf, children, childSummaryOf } from '../answers/children.ts'
import { episodeAnswer, episodeAnswerOf, etagOf } from '../answers/episodes.ts'
import { packAnswer, packAnswerOf } from '../answers/pack.ts'
import { boardAnswer, boardAnswerOf, dutiesAnswer, dutiesAnswerOf } from '../answers/lists.ts'
import { answering, problemReply, type Call, type Operation, type Reply } from '../operation.ts'
import { notValid, problem } from '../problem.ts'
import { isKeepable } from '../keepable.ts'
import { described, moment, text } from '../shape.ts'

const signedIn = { kind: 'signed-in' } as const

export const readingOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/board',
    operationId: 'readBoard',
    tag: 'lists',
    summary: 'Who is missing now, and what is owed next',
    description: 'Every open episode that the post may see. Whoever’s next act is most urgent stands first.',
    may: signedIn,
    audit: { kind: 'look', what: 'board, naming the children on it' },
    answer: { status: 200, description: 'The board at this moment.', schema: boardAnswer },
    handle: async ({ app, who }: Call) => answering(boardAnswerOf(await board(app, who.visitor))),
  },
  {
    method: 'GET',
    path: '/duties',
    operationId: 'readDuties',
    tag: 'lists',
    summary: 'What this post owes now',
    description: 'Open and overdue duties that this post holds, and those that have climbed to it.',
    may: signedIn,
    audit: { kind: 'look', what: 'my duties, naming the children in it' },
    answer: { status: 200, description: 'The duties at this moment.', schema: dutiesAnswer },
    handle: async ({ app, who }: Call) =>
      answering(dutiesAnswerOf(await myDuties(app, who.visitor, who.post))),
  },
  {
    method: 'GET',
    path: '/children',
    operationId: 'findChildren',
    tag: 'children',
    summary: 'Find a child',
    description: 'Among those whom the post may see. Nothing says whether others were left out.',
    may: signedIn,
    audit: { kind: 'look', what: 'search, naming the children found' },
    query: {
      q: {
        required: true,
        schema: described(
          { ...text, maxLength: 200 },
          'Words of a name, a nickname, a date of birth, a telephone number, an address or a home. Every word must fit.',
        ),
      },
    },
    answer: { status: 200, description: 'Those found: twenty at most.', schema: children },
    handle: search,
  },
  {
    method: 'GET',
    path: '/children/{child}',
    operationId: 'readChild',
    tag: 'children',
    summary: 'One child',
    description: 'Identity, places, who answers for the child at this hour, and the episodes, latest first.',
    may: signedIn,
    audit: { kind: 'look', what: 'child' },
    answer: { status: 200, description: 'The child.', schema: childAnswer },
    handle: readChild,
  },
  {
    method: 'GET',
    path: '/episodes/{episode}',
    operationId: 'readEpisode',
    tag: 'episodes',
    summary: 'One episode, now or as it was known',
    description:
      'The chronology, what it comes to, and every duty. Its ETag is what If-Match of a decision must say.',
    may: signedIn,
    audit: { kind: 'look', what: 'episode, or episode as known at' },
    query: {
      asKnownAt: {
        required: false,
        schema: described(moment, 'Leave out what nobody had written down by this moment.'),
      },
    },
    answer: { status: 200, description: 'The episode.', schema: episodeAnswer, etag: true },
    handle: readEpisode,
  },
  {
    method: 'GET',
    path: '/episodes/{episode}/pack',
    operationId: 'readPack',
    tag: 'episodes',
    summary: 'What police and the duty team ask, and what is known of it',
    description:
      'As known now, and as far as the post may read: what nobody has said is said to be not known. What was released for police stands in it for police alone.',
    may: { kind: 'may-use', use: 'open-pack' },
    audit: { kind: 'look', what: 'police pack' },
    answer: { status: 200, description: 'The pack at this moment.', schema: packAnswer },
    handle: readPack,
  },
]

async function readPack({ app, who, params }: Call): Promise<Reply> {
  const episode = parseId<'episode'>(params['episode'] ?? '')
  const found = episode && (await packOfEpisode(app, who.visitor, who.author, episode))
  return found === undefined ? notFound() : answering(packAnswerOf(found))
}

async function search({ app, who, query }: Call): Promise<Reply> {
  const words = query['q'] ?? ''
  if (!isKeepable(words))
    return problemReply(notValid([{ parameter: 'q', detail: 'has a character that cannot be looked for' }]))
  const { cards, more } = await findChildren(app, who.visitor, searchWords(words.trim()))
  return answering({ children: cards.map(childSummaryOf), more })
}

async function readChild({ app, who, params }: Call): Promise<Reply> {
  const child = parseId<'child'>(params['child'] ?? '')
  const page = child && (await childPage(app, who.visitor, child))
  return page === undefined ? notFound() : answering(childAnswerOf(page, who.author))
}

async function readEpisode({ app, who, params, query }: Call): Promise<Reply> {
  const { asKnownAt } = query
  const knownAt = asKnownAt === undefined ? undefined : parseMoment(asKnownAt)
  if (asKnownAt !== undefined && knownAt === undefined)
    return problemReply(
      notValid([
        { parameter: 'asKnownAt', detail: 'must be a moment with its zone, such as 2026-03-28T22:40:00Z' },
      ]),
    )
  const episode = parseId<'episode'>(params['episode'] ?? '')
  const page = episode && (await episodePage(app, who.visitor, who.author, episode, knownAt))
  if (page === undefined) return notFound()
  return answering(episodeAnswerOf(page), { etag: etagOf(page.shown) })
}

export function notFound(): Reply {
  return problemReply(problem('not-found', 'There is nothing here that this post may see.'))
}
