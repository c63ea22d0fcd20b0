import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import type {
  LetIn,
  LettingIn,
  ShiftNow,
  ShiftOf,
  Vouching,
  WaitingOutside,
} from '../application/letting-in.ts'
import type { Visitor } from '../application/ports.ts'
import type { PostId } from '../domain/episode/entry.ts'
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
  const said = (visitor: Visitor, what: string, text: string, values: readonly unknown[]) =>
    inTransaction(app, visitor, 'latest', async (client) => {
      const [answer] = (await prepared<ShiftOf>(client, text, values)).rows
      if (answer !== undefined) await look(client, what, answer.post)
      return { keep: answer !== undefined, answer }
    })
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
      said(visitor, 'vouched for somebody', 'select * from whereabouts.vouch_for($1, $2, $3)', [
        id,
        code,
        until,
      ]),
    shifts: async (visitor) => {
      const found = await own<ShiftNow>(visitor, 'select * from whereabouts.vouched_shifts()')
      return found.map(({ by, ...shift }) => ({ ...shift, ...(by && { by }) }))
    },
    end: (visitor, id) =>
      said(visitor, 'ended the shift of somebody', 'select * from whereabouts.end_vouched_shift($1)', [id]),
    done: async (visitor, id) => {
      await own(visitor, 'select whereabouts.is_vouched_for($1)', [id])
    },
    takeUp: async (secret, id, pin) => {
      const text = 'select * from whereabouts.take_up_vouching($1, $2, $3)'
      return (await rows<LetIn>(text, [hashOfSecret(secret), id, pin]))[0]
    },
  }
}

/** Who vouched for whom is in the chain, as who signed in is. */
async function look(client: Parameters<typeof prepared>[0], what: string, post: PostId): Promise<void> {
  const text = `insert into whereabouts.look (what, children, reference) values ($1, '{}', $2)`
  await prepared(client, text, [what, post])
}
