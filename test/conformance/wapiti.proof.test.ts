import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { withPages, type Someone } from '../support/pages-served.ts'
import { scan, wapiti } from '../support/wapiti.ts'

const full = process.env['SIZE'] === 'full'

/** Whatever ends or changes the session would leave the scanner before the sign-in. */
const endsTheSession = [
  '/sign-in*',
  '/sign-out*',
  '/lock*',
  '/you/sign-out-everywhere*',
  '/you/act-in*',
  '/mine*',
  '/here*',
]
/** The same form for each entry, and the same page for each minute. */
const again = ['/*/correct-entry/*', '/*as-known-at=*', '/*/duties/*', '/you/stay*', '/assets/*']

const inBrief = 'http_headers,cookieflags,csp,csrf,crlf,redirect'

/** Each form has an address of its own behind a redirect, which the scanner does not follow. */
async function formsFor(carer: Someone, most: number): Promise<readonly string[]> {
  const linked = async (path: string, of: RegExp) =>
    [...(await carer.open(path)).text.matchAll(of)].map(([, href]) => href!.replaceAll('&#38;', '&'))
  const records = [
    ...(await linked('/board', /href="(\/episodes\/[0-9a-f-]+)"/g)),
    ...(await linked('/children', /href="(\/children\/[0-9a-f-]+)"/g)),
  ]
  const forms = new Set<string>()
  for (const record of new Set(records))
    for (const href of await linked(
      record,
      new RegExp(`href="(${record}/(?!correct-entry|duties)[^"]+)"`, 'g'),
    )) {
      if (forms.size >= most) return [...forms]
      const { url } = await carer.open(href)
      if (url.searchParams.has('form')) forms.add(`${url.pathname}${url.search}`)
    }
  return [...forms]
}

test(
  'A scanner that is signed in as a carer has no finding of medium or higher.',
  { skip: wapiti === undefined && 'this machine has no wapiti' },
  () =>
    withPages(async (served, someone) => {
      const carer = someone()
      await carer.signIn('ruth')
      const folder = await mkdtemp(join(tmpdir(), 'wapiti-'))
      try {
        const forms = await formsFor(carer, full ? 200 : 6)
        const { findings, addresses, ...scanned } = await scan(folder, {
          address: carer.address,
          cookies: carer.cookies(carer.address),
          from: ['/board', '/report', '/children', '/duties', '/you', '/protocol', ...forms],
          not: [...endsTheSession, ...again],
          modules: full ? 'all,-nikto,-wapp' : inBrief,
          crawling: full ? 300 : 15,
          attacking: full ? 120 : 10,
        })
        console.log(
          `${addresses} addresses and forms, ${scanned.forms} of them sent, ${scanned.modules.length} modules, ` +
            `${findings.length} findings, of low level all`,
        )
        assert.ok(scanned.forms > 0, 'no form was found')
        assert.deepEqual(
          findings.filter(({ level }) => level > 1),
          [],
        )
        assert.equal((await carer.open('/board')).url.pathname, '/board', 'the session has ended meanwhile')
        const broken = served.lines.filter((line) => /"status":5\d\d/.test(line))
        assert.deepEqual(broken, [])
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }),
)
