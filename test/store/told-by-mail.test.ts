import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { newId } from '../../src/application/ids.ts'
import type { Mailer } from '../../src/application/mail.ts'
import { openInEmergency, toReview } from '../../src/application/queries/outside.ts'
import { createMailer } from '../../src/delivery/mailer.ts'
import type { Author } from '../../src/domain/episode/entry.ts'
import { keepMail } from '../../src/notice-keeping.ts'
import { listUsers } from '../../src/account-keeping.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { createStore } from '../../src/store/store.ts'
import { createTeller, sendNotices } from '../../src/telling.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'
import { rightPassword, withMailServer } from '../support/mail-server.ts'

const from = 'whereabouts@northmoor.example'
const address = 'https://whereabouts.example.org'
const unstopped = new AbortController().signal
const [coordinator, lead, nurse] = [
  cast['missing-coordinator'],
  cast['information-governance'],
  cast['health-nurse'],
]
const mailboxes = new Map([
  [coordinator.post, 'dawn@calderwick.example'],
  [lead.post, 'governance@calderwick.example'],
])
const asking = ({ person, post }: Author) => ({ person, post })

interface Opening {
  readonly database: TestDatabase
  /** Gives the id of the opening. */
  readonly open: (by: Author) => Promise<string>
  readonly tell: (mailer: Mailer | undefined) => Promise<void>
  /** How it went, by post, as this post reviews it. */
  readonly told: (by: Author) => Promise<readonly (readonly [string, string | undefined])[]>
  /** Lets time go by, so that what waits for another try is tried. */
  readonly later: () => Promise<void>
}

async function withAnOpening(
  addresses: ReadonlyMap<string, string>,
  work: (opening: Opening) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    const { maintainer, owner, store, worker } = database
    const posts = everyone.posts.map((post) => {
      const mail = addresses.get(post.id)
      return { ...post, ...(mail !== undefined && { mail }) }
    })
    await keepDirectory(maintainer, { ...everyone, posts })
    const app: Application = { store, protocols, directory: () => store.directory() }
    const maintained = { ...app, store: createStore({ app: maintainer }) }
    const child = await new Child(maintained, cast['team-manager']).everybodys()
    await child.episode(cast.carer, cast.police)
    const { rows } = await owner.query<{ reference: string }>(
      'select reference from whereabouts.episode_card',
    )
    const by = { kind: 'reference', reference: rows[0]!.reference } as const
    await work({
      database,
      open: async (who) => {
        const id = newId()
        const asked = { id, by, reason: 'Robin Ashby stands at the desk' }
        for (const _twice of [1, 2])
          assert.equal(await openInEmergency(app, asking(who), who, asked), child.id)
        return id
      },
      tell: (mailer) => sendNotices({ worker, mailer, address }, unstopped),
      told: async (who) => {
        const { emergencies } = await toReview(app, asking(who))
        return emergencies.flatMap(({ told }) =>
          told.map(({ post, taken, trouble }) => [post, taken === undefined ? trouble : 'mailed'] as const),
        )
      },
      later: async () => {
        await owner.query(`update whereabouts.emergency_notice set tried = tried - interval '61 seconds'`)
      },
    })
  })
}

/** Without the breaks that a line of mail may have. */
const inOneLineEach = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('\r\n ', ' ')

const byPost = (told: Awaited<ReturnType<Opening['told']>>) => Object.fromEntries(told)

test('Both who answer for a record are mailed that it was opened, once, without a word of the child.', () =>
  withMailServer((server) =>
    withAnOpening(mailboxes, async ({ open, tell, told }) => {
      const mailer = createMailer(server.address(rightPassword), from)
      const id = await open(nurse)
      assert.deepEqual(byPost(await told(coordinator)), {
        [coordinator.post]: undefined,
        [lead.post]: undefined,
      })
      // Two nodes at once.
      await Promise.all([tell(mailer), tell(mailer)])
      await tell(mailer)
      assert.deepEqual(server.received.flatMap(({ to }) => to).toSorted(), [...mailboxes.values()].toSorted())
      for (const { raw: sent } of server.received) {
        const raw = inOneLineEach(sent)
        assert.match(
          raw,
          new RegExp(`^Subject: Whereabouts: an emergency look was opened \\(${id.slice(-8)}\\)`, 'm'),
        )
        assert.match(raw, /An emergency look was opened at \d\d:\d\d/)
        assert.match(raw, /https:\/\/whereabouts\.example\.org\/review/)
        assert.doesNotMatch(raw, /Robin|Ashby|Fernside|desk|nurse|Community Health/i)
      }
      const ids = server.received.map(({ raw }) => /^Message-ID: <(.*)>/im.exec(inOneLineEach(raw))?.[1])
      assert.deepEqual(
        ids.toSorted(),
        [...mailboxes.keys()].map((post) => `${id}.${post}@whereabouts.invalid`).toSorted(),
      )
      assert.deepEqual(byPost(await told(lead)), { [coordinator.post]: 'mailed', [lead.post]: 'mailed' })
    }),
  ))

test('A mail that is not taken is sent again until it is, later each time, and the page says why not.', () =>
  withMailServer((server) =>
    withAnOpening(mailboxes, async ({ open, tell, told, later, database: { owner } }) => {
      const mailer = createMailer(server.address(rightPassword), from)
      await open(nurse)
      server.refuseWith = 451
      await tell(mailer)
      const reasons = Object.values(byPost(await told(lead)))
      assert.match(String(reasons[0]), /^127\.0\.0\.1:\d+ answered 451$/)
      assert.equal(reasons.length, 2)
      await later()
      await tell(mailer)
      await later()
      // The second wait is two minutes.
      server.refuseWith = undefined
      await tell(mailer)
      assert.equal(server.received.length, 0)
      await later()
      await tell(mailer)
      assert.equal(server.received.length, 2)
      const { rows } = await owner.query('select distinct tries, trouble from whereabouts.emergency_notice')
      assert.deepEqual(rows, [{ tries: 3, trouble: null }])
    }),
  ))

test('Where there is no server or no address the page can say so, and what is set later is used.', () =>
  withMailServer((server) =>
    withAnOpening(new Map([[lead.post, mailboxes.get(lead.post)!]]), async (opening) => {
      const { open, tell, told, later, database } = opening
      await open(nurse)
      await tell(undefined)
      assert.deepEqual(byPost(await told(lead)), {
        [coordinator.post]: 'no-server',
        [lead.post]: 'no-server',
      })
      const mailer = createMailer(server.address(rightPassword), from)
      await later()
      await tell(mailer)
      assert.deepEqual(byPost(await told(lead)), { [coordinator.post]: 'no-address', [lead.post]: 'mailed' })
      const connections = { maintainer: database.login('maintainer') } as Connections
      const mail = mailboxes.get(coordinator.post)!
      for (const wrong of ['dawn', 'a@b.example, c@d.example'])
        assert.equal((await keepMail(connections, { post: coordinator.post, mail: wrong })).kind, 'refused')
      assert.equal((await keepMail(connections, { post: newId(), mail })).kind, 'refused')
      assert.equal((await keepMail(connections, { post: coordinator.post, mail })).kind, 'done')
      await later()
      await tell(mailer)
      assert.deepEqual(
        server.received.map(({ to }) => to),
        [[mailboxes.get(lead.post)], [mail]],
      )
      assert.equal((await keepMail(connections, { post: coordinator.post })).kind, 'done')
      const kept = (await database.store.directory()).posts.find(({ id }) => id === coordinator.post)
      assert.equal(kept?.mail, undefined)
      assert.deepEqual(await listUsers(connections), [])
    }),
  ))

test('Nobody is told of what they opened themselves, and nobody who does not review reads who was told.', () =>
  withAnOpening(mailboxes, async ({ open, told, database }) => {
    await open(coordinator)
    assert.deepEqual(byPost(await told(lead)), { [lead.post]: undefined })
    for (const who of [nurse, cast['social-worker'], cast.carer]) assert.deepEqual(await told(who), [])
    await assert.rejects(
      database.worker.query('select from whereabouts.emergency_notice'),
      /permission denied/,
    )
  }))

test('A running product tells by itself, and stops when it is asked to.', () =>
  withMailServer((server) =>
    withAnOpening(mailboxes, async ({ open, database: { worker } }) => {
      const troubles: unknown[] = []
      const taken = Promise.withResolvers<undefined>()
      const real = createMailer(server.address(rightPassword), from)
      const mailer: Mailer = {
        send: async (...mail) => {
          await real.send(...mail)
          if (server.received.length === mailboxes.size) taken.resolve(undefined)
        },
      }
      const teller = createTeller({
        worker,
        mailer,
        address,
        every: 5,
        onTrouble: (one) => troubles.push(one),
      })
      await open(nurse)
      await taken.promise
      await teller.stop()
      assert.deepEqual([server.received.length, troubles], [2, []])
    }),
  ))
