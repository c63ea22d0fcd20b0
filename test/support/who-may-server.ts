import { files } from '../../src/exchange/files/files.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { postOfToken } from '../../src/store/api-tokens.ts'
import { createChildDoors } from '../../src/store/child-doors.ts'
import { createDevices } from '../../src/store/devices.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { routes } from '../../src/web/routes.ts'
import { createServer, type ServerParts } from '../../src/web/server.ts'
import type { TestDatabase } from './database.ts'
import { protocols, questionSets } from './generated.ts'

/** The whole product over a database of a test, to be asked over HTTP. Nobody is kept waiting. */
export function serverOver({ store, app }: TestDatabase, more: Partial<ServerParts> = {}) {
  return createServer({
    app: { store, protocols, questionSets, directory: () => store.directory() },
    routes,
    accounts: createAccounts(app),
    doors: createChildDoors(app),
    files,
    drafts: createDrafts(app, 'a secret of these tests'),
    devices: createDevices(app),
    sessions: createSessions(app, { idle: 'PT15M', longest: 'PT12H' }),
    postOfToken: (hash) => postOfToken(app, hash),
    clock: () => momentOf(Temporal.Now.instant()),
    cookieSecret: 'for tests only, and long enough',
    demonstration: true,
    report: (defect) => console.error(defect),
    ...more,
  })
}
