import type { FastifyRequest } from 'fastify'
import { parseId } from '../../kernel/ids.ts'
import type { Operation } from './operation.ts'
import { notValid, problem, type Problem } from './problem.ts'

/** What the headers of a request say: the id of its command, and what a decision rests on. */
export type Conditions = { readonly key: string; readonly shown?: number } | { readonly problem: Problem }

export function conditionsOf({ method, ifMatch }: Operation, { headers }: FastifyRequest): Conditions {
  const wrong = (header: string, detail: string) => ({ problem: notValid([{ header, detail }]) })
  if (method === 'GET') return { key: '' }
  const sent = headers['idempotency-key']
  const key = typeof sent === 'string' ? parseId(sent) : undefined
  if (key === undefined)
    return wrong('Idempotency-Key', 'must be a UUID of your own for this request, kept when it is sent again')
  const match = headers['if-match']
  if (!ifMatch)
    return match === undefined
      ? { key }
      : wrong('If-Match', 'is only for commands that decide: this one goes in at the end')
  if (match === undefined) return { problem: problem('if-match-needed', needed) }
  const shown = /^"(\d{1,6})"$/.exec(match)?.[1]
  return shown === undefined
    ? wrong('If-Match', 'must be the ETag of the episode as it was read, such as "17"')
    : { key, shown: Number(shown) }
}

const needed = 'Read the episode, decide on what it says, and send its ETag as If-Match.'
