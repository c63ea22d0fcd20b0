import type { Accounts, Passkey } from '../application/accounts.ts'
import type { PersonId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { isKeepable, type Calls } from './calls.ts'

interface PasskeyRow {
  readonly id: string
  readonly name: string
  readonly transports: string[]
  readonly made: Moment
  readonly used: Moment | null
}

type Part = Pick<Accounts, 'passkeys' | 'addPasskey' | 'removePasskey' | 'passkey' | 'usePasskey'>

export function passkeysOver({ rows, answers, own }: Calls): Part {
  return {
    passkeys: async (visitor) =>
      (await own<PasskeyRow>(visitor, 'select * from whereabouts.own_passkeys()')).map(passkeyOf),
    addPasskey: async (visitor, { id, name, publicKey, counter, transports }) => {
      const text = 'select whereabouts.add_passkey($1, $2, $3, $4, $5) as yes'
      const values = [id, name, Buffer.from(publicKey), counter, transports]
      return (await own<{ yes: boolean }>(visitor, text, values))[0]?.yes === true
    },
    removePasskey: async (visitor, id) => {
      await own(visitor, 'select whereabouts.remove_passkey($1)', [id])
    },
    passkey: async (id) => {
      if (!isKeepable(id)) return undefined
      type Row = { person: PersonId; public_key: Buffer; counter: number; transports: string[] }
      const [row] = await rows<Row>('select * from whereabouts.passkey_of($1)', [id])
      if (row === undefined) return undefined
      const { person, counter, transports } = row
      return { person, counter, transports, publicKey: new Uint8Array(row.public_key) }
    },
    usePasskey: (id, counter) => answers('use_passkey($1, $2)', [id, counter]),
  }
}

function passkeyOf({ used, ...passkey }: PasskeyRow): Passkey {
  return { ...passkey, ...(used !== null && { used }) }
}
