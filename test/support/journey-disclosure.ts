import assert from 'node:assert/strict'
import { idFrom } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { entryIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { Caller } from './journey-http.ts'
import type { Product } from './journey-product.ts'
import { jay } from './journey-routes.ts'

const command = '6f1f7f0e-6a58-4f6e-9d7e-2f1a0c9b7d11'

/** What somebody asked of Jay's council, once `askForJaysRecord` has been. */
export const jaysRequest = idFrom<'disclosure'>('disclosure', jay, command)
/** The first passage of Jay's episode, which a home wrote. */
export const passageOfAHome = `${entryIdOf('jay, high risk', 0)}.core`

/** Begins the request. A second time it is the same. */
export async function askForJaysRecord(product: Product): Promise<void> {
  const wilma = new Caller(product)
  await wilma.signIn(cast.wilma.post.id)
  const sent = {
    _csrf: await wilma.token(),
    command,
    name: 'Jay Mercer',
    askedBy: 'Jay Mercer',
    as: 'the-child',
    on: '31 1 2026',
    asked: 'Everything about me',
  }
  const reply = await wilma.post('/subject-access/begin', new URLSearchParams(sent).toString())
  assert.equal(reply.location, `/subject-access/${jaysRequest}`)
}
