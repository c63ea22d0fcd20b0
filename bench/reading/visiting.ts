import type { Pool, PoolClient, QueryConfig } from 'pg'
import type { Application } from '../../src/application/carry-out.ts'
import { createStore } from '../../src/store/store.ts'

/** The application over a pool. A board is read without the protocols. */
export function applicationOver(pool: Pool): Application {
  const store = createStore({ app: pool })
  return { store, protocols: { editions: [] }, directory: () => store.directory() }
}

/** The same over a role to which no policy applies, its statements without the grants that they narrow themselves by. */
export function unprotected(superuser: Pool): Application {
  superuser.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown
    client.query = ((asked: unknown, ...rest: unknown[]) =>
      query(widened(asked), ...rest)) as typeof client.query
  })
  return applicationOver(superuser)
}

const narrowing = '"subject" in (select "subject" from "whereabouts"."access_grant")'

function widened(asked: unknown): unknown {
  if (typeof asked !== 'object' || asked === null || !('text' in asked)) return asked
  const { text, ...rest } = asked as QueryConfig
  if (text.includes('"access_grant"') && !text.includes(narrowing))
    throw new Error(`A statement narrows itself in another way: ${text}`)
  return { ...rest, text: text.replace(narrowing, 'true') }
}
