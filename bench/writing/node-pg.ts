import { randomUUID } from 'node:crypto'
import { escapeLiteral, type Pool } from 'pg'
import { insertText, type PlainInsert } from './plain-rows.ts'

const clients = 16
const milliseconds = 2000

/** Where there is no pgbench: the same rows by the driver that we use ourselves, transactions a second. */
export function nodePg(pool: Pool, inserts: readonly PlainInsert[]): () => Promise<number> {
  return async () => {
    const end = performance.now() + milliseconds
    let done = 0
    const client = async () => {
      const connection = await pool.connect()
      try {
        for (; performance.now() < end; done++) {
          for (const statement of ['begin', ...statementsOf(inserts), 'commit'])
            await connection.query(statement)
        }
      } finally {
        connection.release()
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    return done / (milliseconds / 1000)
  }
}

function statementsOf(inserts: readonly PlainInsert[]): readonly string[] {
  const ids = new Map<string, string>()
  const idOf = (name: string) => {
    const id = ids.get(name) ?? randomUUID()
    ids.set(name, id)
    return id
  }
  return inserts.map((insert) =>
    insertText(insert, (value) => {
      if (value === undefined) return 'null'
      return escapeLiteral('fresh' in value ? idOf(value.fresh) : value.text)
    }),
  )
}
