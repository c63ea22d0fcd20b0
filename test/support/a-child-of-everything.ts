import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { carryOut, type Application } from '../../src/application/carry-out.ts'
import { entryOf } from '../../src/application/commands/begin-episode.ts'
import { commands, type CommandName } from '../../src/domain/episode/command.ts'
import type { EpisodeBodies } from '../../src/domain/episode/entries.ts'
import type { Author, EntryId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { parseWithin, type Within } from '../../src/kernel/within.ts'
import { createStore } from '../../src/store/store.ts'
import { cast } from './cast.ts'
import type { TestDatabase } from './database.ts'
import { Child, everyone, type Placed } from './everyone-and-a-child.ts'
import { protocols } from './generated.ts'

/** A word that stands in one section and nowhere else. */
export const marks = {
  core: 'Corvina',
  plan: 'Planchette',
  health: 'Heliotrope',
  'protected-address': 'Addlestrop',
  'police-intelligence': 'Polyphony',
  'interview-shared': 'Sharona',
  'interview-restricted': 'Restorick',
  'interview-passage': 'Passiflora',
  'other-children': 'Ottoline',
  'shut-out': 'Shuttlecock',
} as const
export type Marked = keyof typeof marks

/** Somebody of another council, who is shut out. */
export const someoneElsewhere = everyone.posts
  .filter(({ personName }) => personName === 'Someone Elsewhere')
  .map(({ person, personName: name, id: post }) => ({ person, name, post }))[0]!

export interface Told extends Required<Placed> {
  readonly entry: EntryId
}

export function maintained(database: TestDatabase): Application {
  return {
    store: createStore({ app: database.maintainer }),
    protocols,
    directory: () => Promise.resolve(everyone),
  }
}

/** A child with whom everybody works, with a word in every section that something is written into. */
export async function aChildOfEverything(database: TestDatabase): Promise<Told> {
  const app = maintained(database)
  const child = await new Child(app, cast['team-manager']).everybodys()
  const reviewBy = '2199-01-01' as LondonDate
  await child.add('plan-agreed', {
    reasonableTime: parseWithin('PT30M') as Within,
    reviewBy,
    says: `Ring ${marks.plan} first`,
  })
  await child.add('health-known', { kind: 'allergy', text: marks.health })
  await child.add('address-protected', {
    address: `1 ${marks['protected-address']}`,
    keptFrom: 'An uncle',
    why: 'He looked for them',
  })
  await child.add('person-shut-out', {
    person: someoneElsewhere.person,
    name: someoneElsewhere.name,
    scope: { kind: 'record' },
    reason: marks['shut-out'],
    reviewBy,
  })
  const episode = await child.episode(cast.carer, cast.police)
  const does = async <N extends CommandName>(
    author: Author,
    name: N,
    body: EpisodeBodies[(typeof commands)[N]],
  ): Promise<EntryId> => {
    const occurred = { at: momentOf(Temporal.Now.instant()), precision: 'minute' } as const
    const entry = entryOf(author, commands[name], occurred, body)
    const { rows } = await database.owner.query<{ head: number }>(
      'select head from whereabouts.stream where id = $1',
      [episode],
    )
    const outcome = await carryOut(app, {
      visitor: { person: author.person, post: author.post },
      author,
      child: child.id,
      episode,
      key: { id: randomUUID(), requestHash: 'x' },
      shown: rows[0]!.head,
      levels: [],
      commands: [{ name, entry }],
    })
    assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
    return entry.id
  }
  const entry = await does(cast.carer, 'record-information', {
    from: 'A friend',
    text: `Seen with ${marks['other-children']} Vane near ${marks.core}`,
    otherChildren: [`${marks['other-children']} Vane`],
  })
  await does(cast.police, 'record-intelligence', {
    text: marks['police-intelligence'],
    source: 'untested',
    assessment: 'not-known',
    handling: 'may-be-shared',
  })
  const found = {
    seenBy: 'PC',
    howKnown: 'By name',
    inChargeOf: 'PC',
    where: 'The station',
    outcome: 'well',
  } as const
  await does(cast.police, 'record-location', found)
  await does(cast['missing-service'], 'offer-interview', { how: 'in-person', by: 'Jade', choice: 'Where' })
  const interview = await does(cast['missing-service'], 'record-interview', {
    interviewer: 'Jade',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Jade',
    childsWords: `${marks['interview-restricted']} frightened me`,
    shared: `The ${marks['interview-shared']} is a place`,
  })
  await does(cast['missing-service'], 'share-passage', {
    interview,
    with: cast.carer.organisation,
    name: cast.carer.organisationName,
    why: 'They asked for it',
    basis: 'To look after them',
    wished: 'That their carers know',
    purpose: 'carer',
    passage: `Tell them of ${marks['interview-passage']}`,
  })
  return { child: child.id, episode, entry }
}
