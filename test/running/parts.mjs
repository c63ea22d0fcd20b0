import { spawn } from 'node:child_process'
import { environment, root } from './on-node-26.mjs'

/** Runs command lines, so many at once, each with one line of how it went and, where it failed, all that it said.
    Gives the exit code. */
export async function runParts(parts, atOnce) {
  const began = performance.now()
  const waiting = [...parts]
  const failed = []
  const hand = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      if (!(await run(part))) failed.push(part.name)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  const how = failed.length === 0 ? 'all well' : `failed: ${failed.join(', ')}`
  console.log(`     ${seconds(began)} s  ${parts.length} parts, ${how}`)
  return failed.length === 0 ? 0 : 1
}

async function run({ name, line: [command, ...words] }) {
  const began = performance.now()
  const { code, said } = await answer(command, words)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${seconds(began)} s  ${name}`)
  if (code !== 0) console.log(`\n${command} ${words.slice(0, 4).join(' ')}\n${said}`)
  return code === 0
}

function answer(command, words) {
  const child = spawn(command, words, { cwd: root, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', (bytes) => said.push(bytes))
  child.stderr.on('data', (bytes) => said.push(bytes))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }))
  })
}

function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1).padStart(6)
}
