import { againAfterDeadlock } from './after-deadlock.ts'
import { prepared } from './query.ts'
import type { Pool } from 'pg'
import { visitorOf } from '../application/child-doors.ts'
import type { Store } from '../application/ports.ts'
import type { Moment } from '../kernel/moment.ts'
import { keptDirectory } from './directory.ts'
import { disclosureSession } from './disclosure-session.ts'
import { outsideSession } from './outside-session.ts'
import { readSession } from './read-session.ts'
import { retentionSession } from './retention-session.ts'
import { besideSession, theirSession } from './their-session.ts'
import { inTransaction } from './transaction.ts'
import { openWrite } from './write-session.ts'

/**
 * The record over one pool of connections. With the role of the application it sees and writes what the visitor may;
 * with the maintainer's (import, demonstration) it loads and appends for any subject, as many in one transaction as the
 * work asks for. Both `read` and `write` answer after the commit, so what they answer has been kept, looks included.
 * `recordedAt` is for the demonstration alone: entries of an invented night are kept as if written down that night.
 */
export function createStore({
  app,
  recordedAt,
}: {
  readonly app: Pool
  readonly recordedAt?: () => Moment
}): Store {
  const directory = keptDirectory(app)
  const through = { directory, ...(recordedAt && { recordedAt }) }
  return {
    directory: directory.now,
    read: (visitor, work) =>
      inTransaction(app, visitor, 'snapshot', async (client) => ({
        keep: true,
        answer: await work(readSession(client, visitor.shownSince)),
      })),
    refused: (visitor, ids, route) =>
      inTransaction(app, visitor, 'latest', async (client) => {
        await prepared(client, 'select whereabouts.was_refused($1, $2)', [ids, route])
        return { keep: true, answer: undefined }
      }),
    outside: (visitor, work) =>
      inTransaction(app, visitor, 'latest', async (client) => ({
        keep: true,
        answer: await work(outsideSession(client)),
      })),
    retention: (visitor, work) =>
      inTransaction(app, visitor, 'latest', async (client) => ({
        keep: true,
        answer: await work(retentionSession(client)),
      })),
    theirs: (comeIn, work) =>
      inTransaction(app, visitorOf(comeIn), 'snapshot', async (client) => ({
        keep: true,
        answer: await work(theirSession(client, comeIn.child)),
      })),
    beside: (visitor, work) =>
      inTransaction(app, visitor, 'snapshot', async (client) => ({
        keep: true,
        answer: await work(besideSession(client)),
      })),
    disclosure: (visitor, work) =>
      inTransaction(app, visitor, 'latest', async (client) => ({
        keep: true,
        answer: await work(disclosureSession(client)),
      })),
    write: (visitor, work) =>
      againAfterDeadlock(() =>
        inTransaction(app, visitor, 'latest', async (client, sendAhead) => {
          const { session, appended } = openWrite({ ...through, client, sendAhead })
          const answer = await work(session)
          return { keep: appended(), answer }
        }),
      ),
  }
}
