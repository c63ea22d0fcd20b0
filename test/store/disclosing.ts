import assert from 'node:assert/strict'
import { decideOn, exportDisclosure, receiveRequest } from '../../src/application/commands/disclose.ts'
import type { Application } from '../../src/application/carry-out.ts'
import type { Disclosure } from '../../src/application/disclosures.ts'
import { newId } from '../../src/application/ids.ts'
import { disclosure } from '../../src/application/queries/disclosures.ts'
import type { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { RequestId, Said } from '../../src/domain/access/disclosure/acts.ts'
import { dueFrom } from '../../src/domain/access/disclosure/request.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Served } from '../support/api.ts'
import { protocols } from '../support/generated.ts'

export type Member = (typeof cast)[keyof typeof cast]

export const jay = childIdOf('jay')
export const asVisitor = ({ author: { person, post } }: Member) => ({ person, post })
const on = '2026-01-31' as LondonDate
const received = {
  kind: 'received',
  askedBy: 'Jay Mercer',
  as: 'the-child',
  on,
  asked: 'Everything about me',
  due: dueFrom(on),
  dueByRule: true,
} as const
export const why = { purpose: 'Subject access', reference: 'SAR 2026/114' }

export function application({ database: { store } }: Served): Application {
  return { store, protocols, directory: () => store.directory() }
}

export function begin(
  app: Application,
  who: Member,
  command: string = newId(),
  child = jay,
): Promise<RequestId> {
  return receiveRequest(app, asVisitor(who), who.author, command, child, received)
}

export async function read(app: Application, who: Member, request: RequestId): Promise<Disclosure> {
  const found = await disclosure(app, asVisitor(who), who.author, request)
  assert.ok(found)
  return found
}

export function say(app: Application, who: Member, request: RequestId, ...said: readonly Said[]) {
  return decideOn(app, asVisitor(who), who.author, { request, command: newId() }, () => ({ said }))
}

/** Everything that waits is decided: others are asked and answer no, names may be disclosed. */
export async function decideAll(app: Application, who: Member, request: RequestId): Promise<void> {
  const { standings, controller } = await read(app, who, request)
  const said = standings.flatMap(({ passage, standing }): readonly Said[] => {
    const { id } = passage
    if (passage.controller.organisation !== controller.id)
      return [{ kind: 'answered', passage: id, answer: 'they-answer', words: 'We do' }]
    return standing === 'names-to-look-at' ? [{ kind: 'looked-through', passage: id, words: 'Public' }] : []
  })
  await say(app, who, request, ...said)
}

export function save(app: Application, who: Member, request: RequestId, command: string = newId()) {
  const asked = { ...why, request, command, format: 'json' } as const
  return exportDisclosure(app, asVisitor(who), who.author, asked)
}

export async function looks({ database }: Served, what: string) {
  const { rows } = await database.owner.query<{ children: string[]; purpose: string; reference: string }>(
    'select children, purpose, reference from whereabouts.look where what = $1',
    [what],
  )
  return rows
}
