import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { LocatedOutcome } from '../../../domain/episode/entries.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { whenWords } from '../../components/time.ts'
import { careSentence, isOfCare } from './care-state.ts'
import type { ChildWords } from './child-words.ts'
import { riskWords } from './value-words.ts'

export type Stated = Pick<EpisodePage, 'episode' | 'duties' | 'at' | 'chronology'>

/** The state of an episode in one plain sentence or two: where the child is, and what has not been done about it. */
export function stateSentence(page: Stated, child: ChildWords): string {
  const { episode } = page
  if (isOfCare(page)) return careSentence(page, child)
  if (episode.voided) return `This episode about ${inside(child)} was recorded in error.`
  if (episode.died) return `${child.full} has died.`
  if (isUnconfirmed(page))
    return `A statutory return says that ${inside(child)} is still missing. Nobody has confirmed it yet.`
  switch (episode.response) {
    case 'concern':
      return `${whereNow(page, child)} ${notTold(page)}`
    case 'searching':
      return `${whereNow(page, child, 'is being looked for')} ${notTold(page)}`
    case 'reported':
      return `${whereNow(page, child, 'is missing')} ${policeKnow(page)}`
    case 'returned':
      return `${child.full} is back. ${stillOwed(page, child)}`
    case 'closed':
      return episode.returned === undefined
        ? 'This episode is closed.'
        : `${child.full} is back, and this episode is closed.`
    default:
      return unreachable(episode.response)
  }
}

function inside({ full, first }: ChildWords): string {
  return full === 'The child' ? first : full
}

/** Read from a return of past spells, and nobody has said whether it is still so. */
function isUnconfirmed({ episode, chronology }: Stated): boolean {
  return (
    episode.raised?.body.how === 'imported' &&
    (episode.response === 'concern' || episode.response === 'searching') &&
    !chronology.some((entry) => entry.type === 'answered' && entry.body.question === 'still-missing')
  )
}

const found: Readonly<Record<LocatedOutcome, string>> = {
  well: 'has been found and is not back yet',
  harmed: 'has been found, harmed, and is not back yet',
  hospital: 'is in hospital',
  custody: 'is in custody',
  abroad: 'has been found abroad and is not back yet',
  died: 'has died',
}

function whereNow({ episode }: Stated, child: ChildWords, otherwise?: string): string {
  if (episode.located !== undefined) return `${child.full} ${found[episode.located.body.outcome]}.`
  if (episode.whereabouts === 'known-elsewhere')
    return `${child.full} is at a known place, not safe or not agreed.`
  return `${child.full} ${otherwise ?? `is not where ${child.he} should be`}.`
}

function notTold({ episode }: Stated): string {
  return episode.reported === undefined ? 'Police have not been told yet.' : 'Police know.'
}

function policeKnow({ episode, at }: Stated): string {
  if (episode.grade !== undefined) return `Police grade the risk ${riskWords[episode.grade.level]}.`
  if (episode.reported === undefined) return 'Police have not been told yet.'
  return `Police have known since ${whenWords(episode.reported.occurred.at, at)} and have not graded the risk yet.`
}

/** The first thing that whoever cares for the child would ask after. */
function stillOwed({ duties }: Stated, child: ChildWords): string {
  const owed = duties.filter(({ standing }) => standing === 'open' || standing === 'overdue')
  const isOwed = (duty: string): boolean => owed.some(({ row }) => row.duty === duty)
  if (isOwed('prevention-check')) return `Police have not yet seen ${child.him}.`
  if (isOwed('return-interview')) return `Nobody independent has yet asked ${child.him} about it.`
  return owed.some(({ row }) => !row.keeper)
    ? 'Something is still owed.'
    : 'Everything that was owed is done.'
}
