import assert from 'node:assert/strict'
import type { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { commands, type CommandName } from '../../src/domain/episode/command.ts'
import { decidingTypes } from '../../src/domain/episode/deciding.ts'
import type { Replied, Served } from './api.ts'

export type Ask = Served['ask']
type Member = (typeof cast)[keyof typeof cast]

export const jay = episodeIdOf('jay, high risk')

/** Minutes before the story began, as a moment. */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}

/** Sends a command as it should be sent, a decision on what was just read, and sees it done. */
export async function does(
  ask: Ask,
  by: Member,
  name: CommandName,
  said: object,
  episode: string = jay,
): Promise<Replied> {
  const path = `/episodes/${episode}`
  const etag = decidingTypes.has(commands[name])
    ? String((await ask('GET', path, { by })).headers['etag'])
    : undefined
  const reply = await ask('POST', `${path}/${name}`, {
    by,
    headers: etag === undefined ? {} : { 'if-match': etag },
    body: { occurred: { at: ago(0), precision: 'minute' }, ...said },
  })
  assert.equal(reply.status, 201, `${name}: ${reply.text}`)
  return reply
}
