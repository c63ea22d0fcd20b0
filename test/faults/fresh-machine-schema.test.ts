import assert from 'node:assert/strict'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { copyOfTheCode, inFolder, refusal, start, type Asked } from '../support/starting.ts'

const elsewhere = 'choose another folder with DATA=/path npm start'

async function startAndStop(asked: Asked): Promise<string> {
  const started = start(asked)
  const printed = await started.ready()
  assert.equal((await started.interrupt()).code, 0, started.printed())
  return printed
}

test('an older database is brought up, a newer one is left to the newer code', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const asked = { tree, env: { DATA: join(folder, 'data'), DEMONSTRATION: 'no' } }
    const known = readdirSync(join(tree, 'migrations')).length
    const next = join(tree, 'migrations', `${String(known + 1).padStart(4, '0')}-later.sql`)
    assert.match(
      await startAndStop(asked),
      new RegExp(`^The database was brought from version 0 to ${known}\\.$`, 'm'),
    )

    writeFileSync(next, 'create table whereabouts.later (id integer);')
    assert.match(
      await startAndStop(asked),
      new RegExp(`^The database was brought from version ${known} to ${known + 1}\\.$`, 'm'),
    )
    assert.doesNotMatch(await startAndStop(asked), /brought from/)

    rmSync(next)
    assert.equal(
      await refusal(asked),
      `The database is at version ${known + 1} and this code knows up to ${known}: start the newer release of Whereabouts that brought it there.`,
    )
  })
})

test('a migration that was edited after it landed is named', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const asked = { tree, env: { DATA: join(folder, 'data'), DEMONSTRATION: 'no' } }
    await startAndStop(asked)
    const [first = ''] = readdirSync(join(tree, 'migrations')).sort()
    const file = join(tree, 'migrations', first)
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- a word more\n`)
    assert.equal(
      await refusal(asked),
      `The database was built with another text of migration ${first}: start the release that built it, or ${elsewhere}.`,
    )
  })
})

test('a migration that fails changes nothing, and succeeds when it is mended', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const asked = { tree, env: { DATA: join(folder, 'data'), DEMONSTRATION: 'no' } }
    const known = readdirSync(join(tree, 'migrations')).length
    const name = `${String(known + 1).padStart(4, '0')}-faulty.sql`
    const file = join(tree, 'migrations', name)
    writeFileSync(file, 'create table whereabouts.half (id integer); select 1 / 0;')
    assert.equal(
      await refusal(asked),
      `Migration ${name} failed and was undone (division by zero): nothing was changed by it; repair the cause and start again.`,
    )
    writeFileSync(file, 'create table whereabouts.half (id integer);')
    assert.match(
      await startAndStop(asked),
      new RegExp(`^The database was brought from version ${known} to`, 'm'),
    )
  })
})

test('a gap among the migrations is named', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const [first = ''] = readdirSync(join(tree, 'migrations')).sort()
    const moved = first.replace(/^0001/, '0000')
    renameSync(join(tree, 'migrations', first), join(tree, 'migrations', moved))
    assert.equal(
      await refusal({ tree, env: { DATA: join(folder, 'data'), DEMONSTRATION: 'no' } }),
      `The migrations in ${tree}/migrations are not in order (${moved} stands where 0001-….sql should): get a clean copy of this release.`,
    )
  })
})

test('invented people are never loaded beside real organisations', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const env = { DATA: join(folder, 'data') }
    const known = readdirSync(join(tree, 'migrations')).length
    // As if a council had been set up here: no verb writes a live directory yet.
    writeFileSync(
      join(tree, 'migrations', `${String(known + 1).padStart(4, '0')}-a-council.sql`),
      `insert into whereabouts.organisation (id, name, kind, telephone, levels)
       values ('6f0c2a4e-9d7b-4a53-8c1e-2b7d5e9f1a30', 'Northmoor Council', 'council', '01632 960700', '{}');`,
    )
    await startAndStop({ tree, env: { ...env, DEMONSTRATION: 'no' } })
    assert.equal(
      await refusal({ tree, env }),
      "This database holds organisations that are not the demonstration's: start with DEMONSTRATION=no, or name another database.",
    )
  })
})
