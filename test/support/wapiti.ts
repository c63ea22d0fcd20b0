import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the scanner is, on a machine that has it. */
export const wapiti = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'wapiti'))
  .find((file) => existsSync(file))

/** Debian's 3.0.4 was written for an older Python than Debian's own: there every `-x` ends it. */
const launcher = `
import fnmatch, re
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()
`

export interface Scan {
  readonly address: string
  readonly cookies: ReadonlyMap<string, string>
  /** Pages to begin at, and addresses that are left alone, with stars. */
  readonly from: readonly string[]
  readonly not: readonly string[]
  readonly modules: string
  /** Seconds for finding pages, and for each module. */
  readonly crawling: number
  readonly attacking: number
}

export interface Finding {
  readonly kind: string
  /** 1 is low, 2 medium, 3 high, 4 critical. */
  readonly level: number
  readonly about: string
}

export interface Scanned {
  readonly findings: readonly Finding[]
  /** How many addresses and forms it found, and how many of those were forms that are sent. */
  readonly addresses: number
  readonly forms: number
  readonly modules: readonly string[]
}

/** Scans as somebody who is signed in. `folder` is for what it keeps of itself. */
export async function scan(folder: string, scanning: Scan): Promise<Scanned> {
  const report = join(folder, 'report.json')
  const jar = join(folder, 'cookies.json')
  await writeFile(jar, JSON.stringify(jarOf(scanning)))
  const { stdout } = await run(python(), ['-c', launcher, ...wordsOf(scanning, { folder, report, jar })], {
    cwd: folder,
    maxBuffer: 1 << 28,
  })
  return { ...found(stdout), findings: findingsIn(JSON.parse(await readFile(report, 'utf8')) as Report) }
}

function wordsOf(
  { address, from, not, modules, crawling, attacking }: Scan,
  { folder, report, jar }: { readonly folder: string; readonly report: string; readonly jar: string },
): readonly string[] {
  return [
    ...['-u', `${address}/`, '-c', jar, '-m', modules, '--skip', '_csrf', '-d', '5', '-t', '10', '-v', '1'],
    ...from.flatMap((path) => ['-s', `${address}${path}`]),
    ...not.flatMap((path) => ['-x', `${address}${path}`]),
    ...['--max-scan-time', String(crawling), '--max-attack-time', String(attacking)],
    ...['--store-session', join(folder, 'session'), '--store-config', join(folder, 'config')],
    ...['--flush-session', '--no-bugreport', '-f', 'json', '-o', report],
  ]
}

/** The one that the scanner itself runs on. */
function python(): string {
  const [first = ''] = readFileSync(wapiti ?? '', 'utf8').split('\n')
  return first.replace(/^#!\s*/, '')
}

function jarOf({ address, cookies }: Scan): object {
  const kept = [...cookies].map(([name, value]) => [
    name,
    { value, expires: null, secure: false, port: null, version: 0 },
  ])
  return { [new URL(address).hostname]: { '/': Object.fromEntries(kept) as object } }
}

function found(log: string): Omit<Scanned, 'findings'> {
  const [crawled = ''] = log.split('[*] Loading modules')
  return {
    addresses: Number(/found (\d+) URLs and forms/.exec(log)?.[1] ?? 0),
    forms: [...crawled.matchAll(/^\[\+\] POST /gm)].length,
    modules: [...log.matchAll(/Launching module (\w+)/g)].map(([, name]) => name ?? ''),
  }
}

type Report = Readonly<
  Record<
    'vulnerabilities' | 'anomalies',
    Readonly<Record<string, readonly { level: number; method: string; path: string; info: string }[]>>
  >
>

function findingsIn({ vulnerabilities, anomalies }: Report): readonly Finding[] {
  return [vulnerabilities, anomalies].flatMap((part) =>
    Object.entries(part).flatMap(([kind, all]) =>
      all.map(({ level, method, path, info }) => ({ kind, level, about: `${method} ${path}: ${info}` })),
    ),
  )
}
