import { carryOut, type Application, type Outcome } from '../../src/application/carry-out.ts'
import { beginEpisode, entryOf } from '../../src/application/commands/begin-episode.ts'
import { addToChild, childEntryOf } from '../../src/application/commands/register-child.ts'
import { newId, requestHash } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { settings } from '../../src/cli/demonstration/settings.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import { momentOf } from '../../src/kernel/moment.ts'

/** A child who is missing, and of whom police do not know yet. */
export interface Missing {
  readonly child: ChildId
  readonly episode: EpisodeId
}

const carer = cast.milo.author
const visitorAs = ({ person, post }: Author) => ({ person, post })
const now = () => ({ at: momentOf(Temporal.Now.instant()), precision: 'minute' }) as const

/** Made by the same commands as any other: registered, placed, and then missed by a carer of the home. */
export async function aMissingChild(app: Application): Promise<Missing> {
  const [child, at, { author }] = [newId<'child'>(), now(), cast.sam]
  const key = { id: newId<'command'>(), requestHash: requestHash({ child }) }
  await addToChild(app, visitorAs(author), author, child, key, [
    childEntryOf(author, 'child-registered', at, { name: 'Zara Whitlock', otherNames: [], pronoun: 'she' }),
    childEntryOf(author, 'responsible-council-set', at, { council: author.organisation }),
    childEntryOf(author, 'worker-allocated', at, { role: 'social-worker', post: author.post }),
    childEntryOf(author, 'placed', at, { setting: settings.larchHouse }),
  ])
  const outcome = await beginEpisode(app, {
    visitor: visitorAs(carer),
    author: carer,
    commandId: newId<'command'>(),
    child,
    noticed: at,
    concern: {
      expectedAt: 'Larch House',
      whereabouts: 'unknown',
      authorisation: 'not-authorised',
      how: 'noticed',
    },
    threshold: { worriedNow: true, why: 'She left without her coat' },
    together: [],
  })
  return { child, episode: done(outcome).episode }
}

/** The command that is measured. Gives the id of its entry. */
export async function report(app: Application, { child, episode }: Missing): Promise<string> {
  const entry = entryOf(carer, 'reported-missing', now(), {
    police: {
      kind: 'rang',
      number: '101',
      callTaker: 'Control room, call-taker 7718',
      reference: 'QX-2026-0417',
    },
    account:
      'She went out by the back door at about nine, without her coat or her telephone. Nobody has heard from her.',
  })
  const outcome = await carryOut(app, {
    visitor: visitorAs(carer),
    author: carer,
    child,
    episode,
    key: { id: newId<'command'>(), requestHash: requestHash({ episode, entry }) },
    shown: 2,
    levels: [],
    commands: [{ name: 'report-missing', entry }],
  })
  done(outcome)
  return entry.id
}

function done(outcome: Outcome): Extract<Outcome, { kind: 'done' }> {
  if (outcome.kind !== 'done') throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return outcome
}
