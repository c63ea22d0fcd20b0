import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf, photographIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import type { AdditionName } from '../../src/domain/child/addition.ts'
import type { Replied, Served } from './api.ts'

type Ask = Served['ask']
type Member = (typeof cast)[keyof typeof cast]

const { aldermoor, oakfield } = organisations
const { sam, grace, imran } = cast
const jayHimself = childIdOf('jay')

/** Minutes before now, as a moment. */
function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}

/** Whatever can be added to a child's own record, and ended where it ends. */
export async function addsToTheRecord(ask: Ask): Promise<void> {
  const add = (name: AdditionName, said: object) => adds(ask, sam, name, said)
  const provider = oakfield.id
  await add('say-who', { otherNames: ['Jaybird'], description: 'A scar on the chin', pronoun: 'he' })
  await add('record-known-concern', { occurred: now(), kind: 'place', text: 'The flat above the shop' })
  await add('agree-plan', {
    occurred: now(),
    reasonableTime: 'PT30M',
    reviewBy: ago(-60 * 24 * 90).slice(0, 10),
    says: 'Ring his sister first',
  })
  const version = await add('draft-plan', {
    occurred: now(),
    reasonableTime: 'PT1H',
    hours: [{ fromHour: 22, toHour: 6, within: 'PT15M' }],
    reviewBy: ago(-60 * 24 * 90).slice(0, 10),
    callFirst: 'His sister',
    whereToLook: 'The pier',
  })
  await add('agree-to-plan', { occurred: now(), drafted: version.body['entry'] })
  const { body: agreed } = await ask('GET', `/children/${jayHimself}`, { by: sam })
  const { plan } = agreed['record'] as { readonly plan: { entry: string } }
  const until = ago(-60 * 24 * 120).slice(0, 10)
  await add('review-plan', { occurred: now(), plan: plan.entry, reviewBy: until, says: 'With him' })
  const need = { occurred: now(), kind: 'allergy', text: 'Nuts', without: 'It closes his throat' }
  const known = await add('record-health', need)
  await add('end-health', { occurred: now(), known: known.body['entry'], why: 'It was another child’s' })
  const bank = { detail: { kind: 'money', bank: 'Calder Bank' }, suppliedBy: 'Ruth' }
  const detail = await add('record-detail', { occurred: now(), ...bank })
  await add('confirm-detail', { occurred: now(), known: detail.body['entry'] })
  await add('end-detail', { occurred: now(), known: detail.body['entry'], why: 'He has another' })
  const address = { occurred: now(), address: '4 The Yard', keptFrom: 'An uncle', why: 'He looked for him' }
  const kept = await add('protect-address', address)
  await add('end-address-protection', { occurred: now(), protected: kept.body['entry'], why: 'He moved' })
  const photograph = photographIdOf('jay')
  await add('withdraw-photograph', { occurred: now(), photograph, why: 'He asked for it' })
  await add('record-looked-after', { occurred: now(), legalStatus: 'Care order' })
  await add('record-status', { occurred: now(), status: 'protection-plan' })
  await add('set-responsible-council', { occurred: now(), council: aldermoor.id })
  const allocated = await add('allocate-worker', { occurred: now(), post: sam.post.id })
  const setting = { name: 'Oakfield House', kind: 'childrens-home', provider, telephone: '01632 960510' }
  const placed = await add('record-placement', { occurred: now(), setting })
  const { body } = await ask('GET', `/children/${jayHimself}`, { by: sam })
  const record = body['record'] as {
    readonly placement: { entry: string }
    readonly workers: readonly { entry: string }[]
  }
  assert.equal(record.placement.entry, placed.body['entry'])
  assert.ok(record.workers.some(({ entry }) => entry === allocated.body['entry']))
  const child = { name: 'Jason Mercer', otherNames: [], approximateAge: 14, pronoun: 'he' }
  const other = await ask('POST', '/children', { by: sam, body: { child, sure: true } })
  await add('join-record', { as: other.body['child'] })
  await add('join-record', { as: other.body['child'], undone: true })
  const named = await add('name-partner', {
    occurred: now(),
    organisation: organisations.youthJustice.id,
    why: 'He is asked about there',
  })
  await add('end-partner', { occurred: now(), named: named.body['entry'] })
  await add('end-placement', { occurred: now(), placed: placed.body['entry'], why: 'It closed' })
  await add('end-looked-after', { occurred: now(), why: 'A test ends here' })
  await add('end-allocation', { occurred: now(), allocated: allocated.body['entry'] })
}

/** Somebody is kept out, a record is restricted, and both end again. */
export async function keepsOut(ask: Ask): Promise<void> {
  const robin = childIdOf('robin')
  const add = async (name: AdditionName, body: object) => {
    const reply = await ask('POST', `/children/${robin}/${name}`, { by: grace, body })
    assert.equal(reply.status, 201, `${name}: ${reply.text}`)
    return reply.body['entry']
  }
  const review = { reason: 'A test', reviewBy: ago(-60 * 24 * 90).slice(0, 10) }
  const { person, personName: name } = imran.post
  const shutOut = await add('shut-out-person', { person, name, scope: { kind: 'record' }, ...review })
  await add('end-shut-out', { shutOut, why: 'A test ends here' })
  const named = [grace.post.id, cast.amira.post.id]
  const restricted = await add('restrict-record', { named, ...review })
  assert.equal((await ask('GET', `/children/${robin}`, { by: sam })).status, 404)
  await add('end-restriction', { restricted, why: 'A test ends here' })
  assert.equal((await ask('GET', `/children/${robin}`, { by: sam })).status, 200)
}

function now() {
  return { at: ago(0), precision: 'minute' }
}

/** Adds to Jay's own record as it should be added, and sees it done. */
async function adds(ask: Ask, by: Member, name: AdditionName, said: object): Promise<Replied> {
  const reply = await ask('POST', `/children/${jayHimself}/${name}`, { by, body: said })
  assert.equal(reply.status, 201, `${name}: ${reply.text}`)
  return reply
}
