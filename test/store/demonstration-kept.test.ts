import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { project } from '../../src/application/projections/project.ts'
import { loadDemonstration } from '../../src/cli/demonstration/load.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { withDatabase } from '../support/database.ts'
import { expectedCare, projectCare } from '../support/care-editions.ts'

const protocols = { editions: await readProtocols(join(import.meta.dirname, '../../protocols')) }

test('The whole demonstration verifies, and its read side is what its entries lead to.', () =>
  withDatabase(async ({ maintainer, store }) => {
    await loadDemonstration({
      applicationAt: (recordedAt) => {
        const demonstrating = createStore({ app: maintainer, projectCare, recordedAt })
        return Promise.resolve({
          store: demonstrating,
          protocols,
          expectedCare,
          directory: () => store.directory(),
        })
      },
      keepDirectory: (directory) => keepDirectory(maintainer, directory),
      progress: () => undefined,
    })
    const { entries, faults } = await verify(maintainer)
    assert.deepEqual(faults, [])
    assert.ok(entries > 100)
    const inputs = { protocols, directory: await store.directory(), expectedCare }
    const rebuilt = await rebuild(maintainer, (...subject) => project(inputs, ...subject))
    assert.deepEqual(rebuilt.differences, [])
    assert.ok(rebuilt.subjects >= 12)
  }))
