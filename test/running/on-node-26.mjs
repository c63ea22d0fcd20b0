import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')

const needed = 26

/** Goes on only under a Node.js that reads TypeScript; else starts the whole line again under the one that npm ci
    put beside us, and leaves with its answer. */
export function onNode26() {
  // A bare node --test takes the runners themselves for tests, and each would start the whole again.
  if (process.env.NODE_TEST_CONTEXT !== undefined || process.execArgv.includes('--test')) process.exit(1)
  if (Number(process.versions.node.split('.')[0]) >= needed) return
  const shipped = join(bin, 'node')
  if (!existsSync(shipped)) {
    console.error(`Node.js ${needed} is needed and this is ${process.versions.node}: run npm ci first.`)
    process.exit(1)
  }
  const { status } = spawnSync(shipped, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}

const ofTheProduct = /^(?:PG.*|DATABASE_.*|DATA|HOST|PORT|DEMONSTRATION)$/

/** The environment of everything we start: its `node` is ours, whatever the machine has, and no setting of somebody's
    own Whereabouts or PostgreSQL reaches a test. */
export function environment(more = {}) {
  const others = Object.entries(process.env).filter(([name]) => !ofTheProduct.test(name))
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`
  return { ...Object.fromEntries(others), PATH: path, ...more }
}
