import { join } from 'node:path'
import type { Application } from '../../src/application/carry-out.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { openPool } from '../../src/store/pool.ts'
import { createStore } from '../../src/store/store.ts'
import { aMissingChild, report, type Missing } from './missing-children.ts'
import type { Answered, Asked } from './nodes.ts'

/** One application node: a process of its own, with the application and the store as the product has them. */
let app: Application | undefined
let connections = 0
let close = (): Promise<void> => Promise.resolve()
const missing: Missing[] = []

process.on('message', (asked: Asked) => {
  void answer(asked).then((answered) => process.send?.(answered))
})
process.on('disconnect', () => void close())

async function answer(asked: Asked): Promise<Answered> {
  let entry = ''
  switch (asked.kind) {
    case 'open': {
      const pool = openPool(asked.login, asked.connections)
      const store = createStore({ app: pool })
      const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))
      app = { store, protocols: { editions }, directory: () => store.directory() }
      connections = asked.connections
      close = () => pool.end()
      break
    }
    case 'prepare':
      await each(asked.children, async (opened) => missing.push(await aMissingChild(opened)))
      break
    case 'report': {
      const now = missing.splice(0, asked.children)
      await each(now.length, async (opened) => {
        const one = now.pop()
        if (one !== undefined) entry = await report(opened, one)
      })
      break
    }
  }
  return { entry }
}

/** As many at a time as there are connections. */
async function each(times: number, work: (opened: Application) => Promise<unknown>): Promise<void> {
  if (app === undefined) throw new Error('A node is opened first')
  const opened = app
  let left = times
  const one = async () => {
    while (left-- > 0) await work(opened)
  }
  await Promise.all(Array.from({ length: connections }, one))
}
