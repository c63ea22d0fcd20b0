import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { escapeLiteral, type PoolConfig } from 'pg'
import { insertText, type PlainInsert } from './plain-rows.ts'

/** One of PostgreSQL's own load generators: transactions a second of a script by sixteen clients. */
export type Pgbench = (script: Script) => () => Promise<number>

export interface Script {
  readonly name: string
  readonly text: string
  readonly prepared?: boolean
  readonly variables?: readonly string[]
}

/** On the path, or where Debian keeps it. Undefined on a machine without it. */
export function pgbenchHere(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : []
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file))
}

export function pgbenchOn(program: string, login: PoolConfig, folder: string): Pgbench {
  const { host, port, user, database, password } = login
  const run = promisify(execFile)
  return ({ name, text, prepared = false, variables = [] }) => {
    const file = join(folder, `${name}.sql`)
    writeFileSync(file, text)
    const asked = ['-n', '-c', '16', '-j', '1', '-T', '2', '-M', prepared ? 'prepared' : 'simple', '-f', file]
    const where = ['-h', String(host), '-p', String(port), '-U', String(user), String(database)]
    return async () => {
      const env = { ...process.env, PGPASSWORD: String(password) }
      const defined = variables.flatMap((variable) => ['-D', variable])
      const { stdout } = await run(program, [...asked, ...defined, ...where], { env, cwd: folder })
      const rate = /^tps = ([\d.]+) \(without initial connection time\)/m.exec(stdout)?.[1]
      if (rate === undefined) throw new Error(`pgbench said no rate:\n${stdout}`)
      return Number(rate)
    }
  }
}

/** The rows as text in the statements, which is how pgbench runs a script unless it is told otherwise. */
export function plainScript(inserts: readonly PlainInsert[]): Script {
  const statements = inserts.map((insert) =>
    insertText(insert, (value) => {
      if (value === undefined) return 'null'
      return 'fresh' in value ? freshId(value.fresh) : escapeLiteral(value.text)
    }),
  )
  return { name: 'plain', text: scriptOf(statements) }
}

/** The rows as parameters of prepared statements. */
export function preparedScript(inserts: readonly PlainInsert[]): Script {
  const variables: string[] = []
  const statements = inserts.map((insert) =>
    insertText(insert, (value) => {
      if (value === undefined) return 'null'
      if ('fresh' in value) return freshId(value.fresh)
      variables.push(`v${variables.length}=${value.text}`)
      return `:v${variables.length - 1}`
    }),
  )
  return { name: 'prepared', text: scriptOf(statements), prepared: true, variables }
}

const ids = ['subject', 'stream', 'entry', 'command']

function scriptOf(statements: readonly string[]): string {
  const random = ids.map((id) => `\\set ${id} random(1, 9000000000000000000)`)
  return [...random, ...['begin', ...statements, 'commit'].map((each) => `${each};`), ''].join('\n')
}

/** pgbench makes numbers; the server makes an id of one. */
function freshId(name: string): string {
  return `md5(:${name}::text)::uuid`
}
