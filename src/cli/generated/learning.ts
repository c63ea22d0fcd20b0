import type { Learned } from '../../domain/episode/finding-bodies.ts'
import type { Author, EntryId } from '../../domain/episode/entry.ts'
import { learning as shares } from './calibration.ts'
import { chanceOf, type Chance } from './chance.ts'
import { day, inTheOffice, type Minute, momentOf } from './minutes.ts'
import type { Night } from './night.ts'
import { words } from './words.ts'
import { learned } from './words-learned.ts'

interface Hearing {
  readonly night: Night
  /** The interview, and when what it came to was written down. */
  readonly interview: EntryId
  readonly at: Minute
  /** Their own: what is learned changes nothing else of the night. */
  readonly chance: Chance
}

/** What an interview led to: findings, each with what is done about it, with a reason why nothing is, or, of some, with
    neither; and what of it is given to whom, or kept from them. Gives the findings that name somebody or something. */
export function learn(night: Night, interview: EntryId, at: Minute): readonly EntryId[] {
  const named: EntryId[] = []
  const chance = chanceOf('learned', interview)
  const hearing = { night, interview, at, chance }
  const many = chance.weighted(shares.findings)
  const subjects = new Set(Array.from({ length: many }, () => chance.pick(learned.findings)))
  for (const [about, quote, isOfConcern] of subjects) {
    const restricted: Learned = { what: about, quote }
    const { author } = night.council.office['missing-service']
    const finding = night.pen(at + 3, author, 'finding-recorded', {
      from: interview,
      ofConcern: isOfConcern,
      restricted,
    })
    if (about.kind !== 'factor') named.push(finding)
    if (isOfConcern) answer(hearing, finding)
  }
  if (chance.happens(shares.sharedWithHome)) share(hearing)
  return named
}

/** At sign-off each person, place and number is marked. */
export function mark({ pen, council }: Night, named: readonly EntryId[], read: Minute): void {
  const manager = council.office['missing-coordinator'].author
  for (const finding of named) {
    const chance = chanceOf('marked', finding)
    if (chance.happens(shares.released)) pen(read, manager, 'finding-released', { finding })
    else pen(read, manager, 'finding-kept', { finding, why: chance.pick(learned.keptWhy) })
  }
}

/** An action, a reason why there is none, or nothing yet. */
function answer({ night, at, chance }: Hearing, finding: EntryId): void {
  const { pen, council } = night
  const by = council.office['missing-service'].author
  const when = inTheOffice(at, chance.happens(0.8) ? 1 : 4, chance)
  const became = chance.weighted(shares.became)
  if (became === 'nothing') return
  if (became === 'no-action') {
    const restricted = chance.pick(learned.noAction)
    pen(when, council.office['missing-coordinator'].author, 'no-action-decided', { finding, restricted })
    return
  }
  const [role, owner] = ownerOf(night, chance)
  const due = inTheOffice(when, chance.between(2, 6), chance)
  const [what, service, shownBy, shown] = chance.pick(learned.actions)
  const action = pen(when, by, 'action-agreed', {
    finding,
    owner: role,
    byWhen: momentOf(due),
    with: owner.organisation,
    name: owner.organisationName,
    restricted: { what, service, shownBy },
  })
  finish(night, action, owner, when, due, shown, chance)
}

function finish(
  { pen, council }: Night,
  action: EntryId,
  owner: Author,
  when: Minute,
  due: Minute,
  shown: string,
  chance: Chance,
): void {
  const how = chance.weighted(shares.ended)
  const manager = council.office['missing-coordinator'].author
  if (how === 'ended')
    pen(inTheOffice(when, 2, chance), manager, 'action-ended', {
      action,
      restricted: chance.pick(learned.endedWhy),
    })
  if (how === 'in-time')
    pen(when + Math.max(5, Math.floor((due - when) * chance.next())), owner, 'action-done', {
      action,
      restricted: shown,
    })
  if (how === 'late')
    pen(inTheOffice(due + day, chance.between(0, 2), chance), owner, 'action-done', {
      action,
      restricted: shown,
    })
}

function ownerOf({ home, carer, worker, council }: Night, chance: Chance) {
  const service = council.office['missing-service'].author
  const owners: [readonly [role: 'carer' | 'social-worker' | 'missing-service', Author], number][] = [
    [['missing-service', service], 20],
  ]
  if (home !== undefined) owners.push([['carer', carer], 35])
  if (worker !== undefined) owners.push([['social-worker', worker.author], 45])
  return chance.weighted(owners)
}

/** Given to whoever the child lives with, in words that are written for them; of the rest, to nobody. */
function share({ night, interview, at, chance }: Hearing): void {
  const { pen, home, carer, council } = night
  const { author } = council.office['missing-service']
  const when = inTheOffice(at, 1, chance)
  if (home !== undefined)
    pen(when, author, 'passage-shared', {
      interview,
      with: carer.organisation,
      name: carer.organisationName,
      why: 'What helps is in their hands.',
      basis: 'The welfare of the child',
      wished: 'Yes, as it is written here.',
      purpose: 'carer',
      passage: chance.pick(words.shared),
    })
  if (!chance.happens(shares.notShared)) return
  pen(when + 2, author, 'passage-not-shared', {
    interview,
    name: 'The school',
    why: chance.pick(learned.notSharedWhy),
    basis: 'The welfare of the child',
    wished: 'No.',
    purpose: 'school',
    passage: 'The rest of what was said.',
  })
}
