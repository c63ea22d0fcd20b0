import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PoolConfig } from 'pg'

/** What a node is asked, in this order. It answers each with the id of the last entry that it wrote. */
export type Asked =
  | { readonly kind: 'open'; readonly login: PoolConfig; readonly connections: number }
  /** Children who are missing and of whom police do not know yet. */
  | { readonly kind: 'prepare'; readonly children: number }
  /** Report so many of them. */
  | { readonly kind: 'report'; readonly children: number }

/** Answers a request; an error ends the process. */
export interface Answered {
  readonly entry: string
}

export interface Nodes {
  readonly number: number
  readonly processes: readonly number[]
  readonly prepare: (children: number) => Promise<string>
  readonly report: (children: number) => Promise<string>
}

const connections = 16

/** Application nodes that share one database, as a partnership may run any number: sixteen connections in all. A node is
    one process and works on one core at a time. */
export async function startNodes(login: PoolConfig, closing: AsyncDisposableStack): Promise<Nodes> {
  const number = Number(
    process.env['NODES'] ?? Math.min(8, Math.max(2, Math.floor(availableParallelism() / 2))),
  )
  const nodes = Array.from({ length: number }, () => fork(join(import.meta.dirname, 'node.ts')))
  closing.defer(async () => {
    await Promise.all(nodes.map((node) => (node.disconnect(), once(node, 'exit'))))
  })
  const all = async (asked: (share: number) => Asked, whole: number) => {
    const shares = nodes.map((_, at) => Math.floor(whole / number) + (at < whole % number ? 1 : 0))
    const answers = await Promise.all(nodes.map((node, at) => ask(node, asked(shares[at] ?? 0))))
    return answers.at(0)?.entry ?? ''
  }
  await all((share) => ({ kind: 'open', login, connections: share }), connections)
  return {
    number,
    processes: nodes.flatMap(({ pid }) => pid ?? []),
    prepare: (children) => all((share) => ({ kind: 'prepare', children: share }), children),
    report: (children) => all((share) => ({ kind: 'report', children: share }), children),
  }
}

async function ask(node: ChildProcess, asked: Asked): Promise<Answered> {
  const answered = new AbortController()
  const { signal } = answered
  node.send(asked)
  try {
    const ended = once(node, 'exit', { signal }).then(() => {
      throw new Error('A node has ended, and said why')
    })
    const [answer] = (await Promise.race([once(node, 'message', { signal }), ended])) as [Answered]
    return answer
  } finally {
    answered.abort()
  }
}
