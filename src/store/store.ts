import { againAfterDeadlock } from './after-deadlock.ts'
import { prepared } from './query.ts'
import type { Pool, PoolClient } from 'pg'
import { visitorOf } from '../application/child-doors.ts'
import type { Store } from '../application/ports.ts'
import type { ProjectCare } from '../application/projections/care.ts'
import type { Moment } from '../kernel/moment.ts'
import { openCareWrite } from './care-session.ts'
import { keptDirectory } from './directory.ts'
import { disclosureSession } from './disclosure-session.ts'
import { refusedByDatabase } from './load.ts'
import { outsideSession } from './outside-session.ts'
import { readSession } from './read-session.ts'
import { retentionSession } from './retention-session.ts'
import { besideSession, theirSession } from './their-session.ts'
import { inTransaction, type SendAhead } from './transaction.ts'
import type { Through } from './through.ts'
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
  projectCare,
}: {
  readonly app: Pool
  readonly recordedAt?: () => Moment
  /** Left out where no Care is expected. */
  readonly projectCare?: ProjectCare
}): Store {
  const directory = keptDirectory(app)
  const through = { directory, ...(recordedAt && { recordedAt }), ...(projectCare && { projectCare }) }
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
    ...writingTo(app, through),
  }
}

function writingTo(app: Pool, through: Omit<Through, 'client' | 'send'>): Pick<Store, 'write' | 'writeCare'> {
  return {
    write: (visitor, work) =>
      againAfterDeadlock(() =>
        inTransaction(app, visitor, 'latest', async (client, sendAhead) => {
          const write = openWrite({ ...through, client, send: sendingOn(client, sendAhead) })
          const answer = await work(write.session)
          await write.finish()
          return { keep: write.appended(), answer }
        }),
      ),
    writeCare: (visitor, work) =>
      againAfterDeadlock(() =>
        inTransaction(app, visitor, 'latest', async (client, sendAhead) => {
          const write = openCareWrite({ ...through, client, send: sendingOn(client, sendAhead) })
          const answer = await work(write.session)
          return { keep: write.appended(), answer }
        }),
      ),
  }
}

function sendingOn(client: PoolClient, sendAhead: SendAhead) {
  return (text: string, values: readonly unknown[]) => {
    sendAhead(() =>
      prepared(client, text, values).catch((error: unknown) => {
        throw refusedByDatabase(error)
      }),
    )
  }
}
