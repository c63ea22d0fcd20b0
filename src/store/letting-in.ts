import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import type { LetIn, LettingIn, Vouching, WaitingOutside } from '../application/letting-in.ts'
import type { OrganisationId, PostId } from '../domain/episode/entry.ts'
import { callsOver } from './calls.ts'
import { prepared } from './query.ts'
import { hashOfSecret } from './sealing.ts'
import { inTransaction } from './transaction.ts'

/** Letters and digits that nobody takes for another. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const newCode = () => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('')

/** Vouching over a pool of the application, which calls functions and reads no table of it. */
export function createVouching(app: Pool): Vouching {
  const { rows, own } = callsOver(app)
  return {
    ask: async (secret, { name, post }) => {
      const text = 'select whereabouts.ask_to_be_let_in($1, $2, $3, $4) as id'
      const [row] = await rows<{ id: string | null }>(text, [
        hashOfSecret(secret),
        name,
        post ?? null,
        newCode(),
      ])
      return row?.id ?? undefined
    },
    here: async (secret, id) => {
      const text = 'select name, code, state from whereabouts.let_in_here($1, $2)'
      return (await rows<LettingIn>(text, [hashOfSecret(secret), id]))[0]
    },
    waiting: (visitor) => own<WaitingOutside>(visitor, 'select * from whereabouts.waiting_to_be_let_in()'),
    vouch: (visitor, id, code, until) =>
      inTransaction(app, visitor, 'latest', async (client) => {
        const text = 'select * from whereabouts.vouch_for($1, $2, $3)'
        const found = await prepared<Vouched>(client, text, [id, code, until])
        const [answer] = found.rows
        if (answer !== undefined) await look(client, answer.post)
        return { keep: answer !== undefined, answer }
      }),
    done: async (visitor, id) => {
      await own(visitor, 'select whereabouts.is_vouched_for($1)', [id])
    },
    takeUp: async (secret, id, pin) => {
      const text = 'select * from whereabouts.take_up_vouching($1, $2, $3)'
      return (await rows<LetIn>(text, [hashOfSecret(secret), id, pin]))[0]
    },
  }
}

interface Vouched {
  readonly post: PostId
  readonly organisation: OrganisationId
  readonly home: string
}

/** Who vouched for whom is in the chain, as who signed in is. */
async function look(client: Parameters<typeof prepared>[0], post: PostId): Promise<void> {
  const text = `insert into whereabouts.look (what, children, reference) values ('vouched for somebody', '{}', $1)`
  await prepared(client, text, [post])
}
