import type { Pool, PoolClient } from 'pg'
import type { Visitor } from '../application/ports.ts'
import type { HeldForm, How, Opening, Session, Sessions } from '../application/sessions.ts'
import type { DeviceKind } from '../domain/access/device.ts'
import type { PersonId, PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { keepThrough } from './identity-providers.ts'
import { prepared } from './query.ts'
import { hashOfSecret, newSecret, seal, unseal } from './sealing.ts'
import { inTransaction, withConnection } from './transaction.ts'

/** ISO 8601 time durations, as PT15M. */
export interface SessionLengths {
  readonly idle: string
  readonly longest: string
}

interface Row {
  readonly person: PersonId
  readonly post: PostId
  readonly how: How
  readonly opened: Moment
  readonly authenticated: Moment
  readonly idle_ends: Moment
  readonly ends: Moment
  readonly state: Session['state']
  readonly device_kind: DeviceKind | null
  readonly device_name: string | null
}

/** The nil UUID stands for nobody: whoever was refused and could not be told apart from anyone. */
const nil = '00000000-0000-0000-0000-000000000000'
const nobody: Visitor = { person: nil as PersonId, post: nil as PostId }

const heldFor = 'PT1H'
const aHeldForm = 'a held form'

/** Sessions over a pool of the application, which reads no list of them. */
export function createSessions(app: Pool, lengths: SessionLengths): Sessions {
  return {
    open: (opening) => open(app, opening, lengths.longest),
    refused: (who, why) =>
      asVisitor(app, { ...nobody, ...(who && { person: who }) }, (client) =>
        look(client, `sign-in refused: ${why}`),
      ),
    find: async (secret, active) => {
      const hash = hashOfSecret(secret)
      if (hash === undefined) return undefined
      const text = 'select * from whereabouts.session_here($1, $2::text::interval, $3)'
      const [row] = await called<Row>(app, text, [hash, lengths.idle, active])
      return row && sessionOf(row)
    },
    actIn: (secret, visitor, post) =>
      asVisitor(app, { ...visitor, post }, async (client) => {
        const text = 'select whereabouts.act_in($1, $2) as done'
        const { rows } = await prepared<{ done: boolean }>(client, text, [hashOfSecret(secret), post])
        const done = rows[0]?.done === true
        if (done) await look(client, 'acts in this post')
        return done
      }),
    lock: (secret) => change(app, 'select whereabouts.lock_session($1)', secret),
    authenticatedAgain: (secret, visitor, how, through) =>
      asVisitor(app, visitor, async (client) => {
        await prepared(client, 'select whereabouts.authenticated_again($1, $2)', [hashOfSecret(secret), how])
        if (through !== undefined) await keepThrough(client, secret, through)
        await look(client, `sign-in again: ${how}`)
      }),
    end: (secret) => change(app, 'select whereabouts.end_session($1, false)', secret),
    endEverywhere: (secret) => change(app, 'select whereabouts.end_session($1, true)', secret),
    hold: async (person, form) => {
      const secret = newSecret()
      const text = 'select whereabouts.hold_form($1, $2, $3, $4::text::interval)'
      await called(app, text, [hashOfSecret(secret), person, seal(secret, aHeldForm, form), heldFor])
      return secret
    },
    held: (secret, visitor) =>
      asVisitor(app, visitor, async (client) => {
        const text = 'select whereabouts.held_form_of($1) as sealed'
        const { rows } = await prepared<{ sealed: Buffer | null }>(client, text, [hashOfSecret(secret)])
        const sealed = rows[0]?.sealed ?? undefined
        return sealed && (unseal(secret, aHeldForm, sealed) as HeldForm)
      }),
    drop: (secret) => change(app, 'select whereabouts.drop_held_form($1)', secret),
  }
}

async function open(app: Pool, { person, post, how, through }: Opening, longest: string): Promise<string> {
  const secret = newSecret()
  await asVisitor(app, { person, post }, async (client) => {
    const text = 'select whereabouts.open_session($1, $2, $3::text::interval)'
    await prepared(client, text, [hashOfSecret(secret), how, longest])
    if (through !== undefined) await keepThrough(client, secret, through)
    await look(client, `sign-in: ${how}`)
  })
  return secret
}

async function look(client: PoolClient, what: string): Promise<void> {
  await prepared(client, `insert into whereabouts.look (what, children) values ($1, '{}')`, [what])
}

function asVisitor<T>(app: Pool, visitor: Visitor, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(app, visitor, 'latest', async (client) => ({ keep: true, answer: await work(client) }))
}

async function called<Row extends object>(
  app: Pool,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await withConnection(app, (client) => prepared<Row>(client, text, values))
  return rows
}

async function change(app: Pool, text: string, secret: string): Promise<void> {
  await called(app, text, [hashOfSecret(secret)])
}

function sessionOf({ idle_ends: idleEnds, ...row }: Row): Session {
  const { person, post, how, opened, authenticated, ends, state, device_kind: kind, device_name: name } = row
  return {
    person,
    post,
    how,
    opened,
    authenticated,
    idleEnds,
    ends,
    state,
    ...(kind !== null && name !== null && { device: { kind, name } }),
  }
}
