import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { PersonId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

/** What the maintainer does with accounts: makes them, invites, ends. It sets nobody's password. Each takes a pool of the
    maintainer. */

/** Whether everybody in this database is invented. */
export type Kind = 'demonstration' | 'live'

/** What the database is, which the first who asks decides for ever. */
export async function settledKind(maintainer: Pool, wanted: Kind): Promise<Kind> {
  return withConnection(maintainer, async (client) => {
    await client.query('insert into whereabouts.installation (kind) values ($1) on conflict do nothing', [
      wanted,
    ])
    const { rows } = await client.query<{ kind: Kind }>('select kind from whereabouts.installation')
    return rows[0]?.kind ?? wanted
  })
}

/** An account as a list shows it. */
export interface ListedAccount {
  readonly person: PersonId
  readonly signIn: string
  /** Nobody has taken up an invitation yet. */
  readonly waiting: boolean
  readonly passkeys: number
  readonly ended?: Moment
}

export async function accountsHeld(maintainer: Pool): Promise<readonly ListedAccount[]> {
  return withConnection(maintainer, async (client) => {
    const { rows } = await prepared<{
      person: PersonId
      sign_in: string
      waiting: boolean
      passkeys: number
      ended: Moment | null
    }>(
      client,
      `select a.person, a.sign_in, a.password is null as waiting, a.ended,
         (select count(*) from whereabouts.passkey p where p.person = a.person) as passkeys
       from whereabouts.account a order by a.sign_in`,
    )
    return rows.map(({ sign_in: signIn, ended, ...row }) => ({
      ...row,
      signIn,
      ...(ended !== null && { ended }),
    }))
  })
}

/** False where somebody signs in by that name already. */
export async function addAccount(maintainer: Pool, person: PersonId, signIn: string): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    'insert into whereabouts.account (person, sign_in) values ($1, lower($2)) on conflict do nothing',
    [person, signIn],
  )
  return rowCount === 1
}

/** A new invitation, good once and for so many hours. Gives its secret, which is kept nowhere. */
export async function invite(maintainer: Pool, person: PersonId, hours: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await maintainer.query(
    'insert into whereabouts.invitation (hash, person, until) values ($1, $2, whereabouts.clock() + make_interval(hours => $3))',
    [createHash('sha256').update(secret).digest(), person, hours],
  )
  return secret
}

/** From now on the account opens nothing, and nobody is signed in with it. */
export async function endAccount(maintainer: Pool, person: PersonId): Promise<void> {
  await maintainer.query(
    'update whereabouts.account set ended = whereabouts.clock() where person = $1 and ended is null',
    [person],
  )
  await maintainer.query(
    'update whereabouts.session set ended = whereabouts.clock() where person = $1 and ended is null',
    [person],
  )
}
