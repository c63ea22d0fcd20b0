import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import type { Live, Organisation } from './signing-in.ts'
import { assertValidHtml } from './valid-html.ts'
import { WebVisitor, type Shown } from './web-visitor.ts'

export const sam = cast.sam.post
export const lena = cast.lena.post
export const council = {
  of: 'aldermoor',
  host: '127.0.0.2',
  people: {
    'sam-at-council': { email: 'sam@aldermoor.example', email_verified: true, name: 'Sam Okafor' },
    'unverified-sam': { email: 'sam@aldermoor.example', email_verified: false },
    'nobody-here': { email: 'nobody@elsewhere.example', email_verified: true },
    newcomer: { email: 'nia@new.aldermoor.example', email_verified: true, name: 'Nia Newcomer' },
  },
  domains: [{ domain: 'new.aldermoor.example', role: 'social-worker' }],
} as const
export const force = {
  of: 'police',
  host: '127.0.0.3',
  people: {
    'lena-at-force': { email: 'lena@police.example', email_verified: true },
    'sam-at-council': { email: 'sam@aldermoor.example', email_verified: true },
  },
} as const

export const isBack = ({ pathname }: URL) => pathname.endsWith('/return')

/** From the product to the provider’s own page of sign-in, or as far as `until`. */
export async function begin(
  { address }: Live,
  { kept }: Organisation,
  at: WebVisitor,
  more: Readonly<Record<string, string>> = {},
  until?: (url: URL) => boolean,
): Promise<Shown> {
  const door = await at.go(`${address}/sign-in`)
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(door.text)![1]!
  return at.go(`${address}/sign-in/with/${kept.id}`, { _csrf, to: '/duties', ...more }, until)
}

/** Types a name there. A provider that knew somebody else in this browser lets go of them first, by a form that sends
    itself. */
export async function comeBack(
  at: WebVisitor,
  asked: Shown,
  login: string,
  until?: (url: URL) => boolean,
): Promise<Shown> {
  const shown = await at.send(asked, { login, password: 'any' }, until)
  return shown.url.host === asked.url.host && shown.text.includes('session/end')
    ? at.send(shown, {}, until)
    : shown
}

/** All the way: to the provider, as that person, and back. */
export async function signIn(live: Live, provider: Organisation, login: string, at = new WebVisitor()) {
  return { at, shown: await comeBack(at, await begin(live, provider, at), login) }
}

export async function looks({ database }: Live): Promise<readonly string[]> {
  const { rows } = await database.owner.query<{ what: string }>(
    `select what from whereabouts.look where what like 'sign-in%' order by id`,
  )
  return rows.map(({ what }) => what)
}

export async function isIn({ address }: Live, at: WebVisitor): Promise<boolean> {
  return (await at.ask(`${address}/you`)).status === 200
}

export function saysSo({ status, text }: Shown, expected: number, words: RegExp): void {
  assertValidHtml(text)
  assert.equal(status, expected, text)
  assert.match(text, words)
  assert.match(text, /Ring 999/)
}
