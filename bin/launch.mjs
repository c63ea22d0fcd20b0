import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

// Plain JavaScript that Node.js 20 reads: everything behind it is TypeScript and needs 26.
const needed = 26
const shipped = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const compiled = fileURLToPath(new URL('../node_modules/.cache/whereabouts/code', import.meta.url))
const installed = fileURLToPath(new URL('../node_modules/pg', import.meta.url))

/** Runs one command line on a Node.js that can: this one, or else the one that npm ci put beside us. */
export async function launch(script, words) {
  if (!existsSync(installed)) return leave('The packages of Whereabouts are not installed: run npm ci first.')
  if (Number(process.versions.node.split('.')[0]) >= needed) return run(words)
  if (existsSync(shipped)) return again(fileURLToPath(script), words)
  return wrongNode()
}

async function run(words) {
  // A launcher that is gone cannot pass Ctrl-C on: then we stop as if it had.
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
  // Halves the time to start. Beside the packages, since a folder that others can write in would run their code.
  module.enableCompileCache(compiled)
  const loaded = await import('../src/main.ts').catch(packageMissing)
  if (loaded === undefined) return
  const { main } = loaded
  module.flushCompileCache()
  const code = await main(words)
  await Promise.all([process.stdout, process.stderr].map(toTheEnd))
  process.exit(code)
}

/** A pipe takes 64 kilobytes at once, and an exit drops the rest. Whoever reads no longer is not waited for. */
function toTheEnd(stream) {
  return new Promise((done) => {
    stream.on('error', done)
    stream.write('', done)
  })
}

function again(script, words) {
  const child = spawn(shipped, [script, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', wrongNode)
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** As after the code was brought up to date and its packages were not. */
function packageMissing(error) {
  const isPackage = error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes('package')
  // A package that lacks one of its own says so in the older way.
  if (!isPackage && error.code !== 'MODULE_NOT_FOUND') throw error
  leave('The packages of Whereabouts are those of another release: run npm ci again.')
}

function wrongNode() {
  leave(
    `Whereabouts needs Node.js ${needed} and this is ${process.versions.node}: install it from https://nodejs.org/en/download and start again.`,
  )
}

function leave(line) {
  console.error(line)
  process.exitCode = 1
}
