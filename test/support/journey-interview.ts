import assert from 'node:assert/strict'
import { idFrom, newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { Caller } from './journey-http.ts'
import { empty, filled, refused, sent } from './journey-page-state.ts'
import type { Product } from './journey-product.ts'
import type { States } from './journey-states.ts'

const placeIn = (night: string) => `/episodes/${episodeIdOf(night)}/interview`

/** One that is under way, one that was recorded, and one that nobody can hold any more. */
const amara = placeIn('amara, interview arranged')
const reece = placeIn('reece, offered an interview')
const jay = placeIn('jay, closed late')
const recorded = idFrom<'command'>('an interview on every page')
const writtenUp = `${reece}/written-up/${idFrom<'entry'>('written up', recorded)}`

const asked = ['held-at', 'where-went', 'unsafe', 'where-slept', 'get-away-from', 'plan-given', 'why-view']

export const interviewPages: States = {
  'GET /episodes/:episode/interview': [filled('noor', amara), filled('noor', reece), empty('noor', jay)],
  'POST /episodes/:episode/interview': [sent('noor', reece, 400, { set: 'no such questions' })],
  'GET /episodes/:episode/interview/opening': [filled('noor', `${amara}/opening`)],
  'GET /episodes/:episode/interview/questions/:question': asked.map((id) =>
    filled('noor', `${amara}/questions/${id}`),
  ),
  'POST /episodes/:episode/interview/questions/:question': ['where-went', 'where-slept'].map((id) =>
    sent('noor', `${amara}/questions/${id}`),
  ),
  'GET /episodes/:episode/interview/thanks': [filled('noor', `${amara}/thanks`)],
  'GET /episodes/:episode/interview/answers': [filled('noor', `${amara}/answers`)],
  'POST /episodes/:episode/interview/answers': [refused('/you', `${amara}/answers`)],
  'GET /episodes/:episode/interview/finish': [filled('noor', `${amara}/finish`)],
  'POST /episodes/:episode/interview/finish': [sent('noor', `${amara}/finish`)],
  'GET /episodes/:episode/interview/written-up/:entry': [
    filled('noor', writtenUp),
    filled('ruth', writtenUp),
  ],
}

/** Somebody who holds an interview without a browser, and so without a script. */
class Interviewing {
  readonly #caller: Caller
  readonly #token: string
  readonly #place: string
  readonly whole: string

  private constructor(caller: Caller, token: string, place: string, whole: string) {
    this.#caller = caller
    this.#token = token
    this.#place = place
    this.whole = whole
  }

  static async begins(product: Product, place: string, whole: string = newId()): Promise<Interviewing> {
    const caller = new Caller(product)
    await caller.signIn(cast.noor.post.id)
    const holding = new Interviewing(caller, await caller.token(), place, whole)
    await holding.#sends('', { new: whole, set: 'return-interview/2026-01' })
    return holding
  }

  async answers(question: string, typed: Readonly<Record<string, string>>): Promise<void> {
    const of = { command: newId(), _whole: this.whole, _part: question, _go: 'list' }
    const { text } = await this.#caller.get(`${this.#place}/questions/${question}`)
    const _after = /name="_after" value="([^"]*)"/.exec(text)?.[1] ?? ''
    await this.#sends(`/questions/${question}`, { ...of, _after, ...typed })
  }

  async records(typed: Readonly<Record<string, string>>): Promise<void> {
    const { text } = await this.#caller.get(`${this.#place}/finish`)
    // As the page has them: how many entries it showed, and when the interview began.
    const given = ['shown', 'occurred-asked', 'occurred-time'].map((name) => {
      const [field = ''] = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text) ?? []
      return [name, / value="([^"]*)"/.exec(field)?.[1] ?? ''] as const
    })
    const when = { ...Object.fromEntries(given), 'occurred-day': 'today' }
    const of = { command: newId(), _whole: this.whole, _part: '_finish', _after: '', ...when }
    await this.#sends('/finish', { ...of, ...typed })
  }

  async #sends(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new URLSearchParams({ _csrf: this.#token, ...fields }).toString()
    const { status, text } = await this.#caller.post(`${this.#place}${path}`, body)
    assert.equal(status, 303, `${path}: ${text}`)
  }
}

/** What these pages need. */
export async function interviewsAreHeld(product: Product): Promise<void> {
  const now = await Interviewing.begins(product, amara)
  await now.answers('held-at', { chosen: 'school' })
  await now.answers('met-new', { chosen: 'yes' })
  await now.answers('who-new', { words: 'Kay, who is nineteen' })
  await now.answers('met-new', { chosen: 'no' })
  await now.answers('get-away', { chosen: 'yes' })
  await now.answers('unsafe', { chosen: 'yes', words: 'The flat' })
  const before = await Interviewing.begins(product, reece, recorded)
  await before.answers('where-went', { words: 'To Leeds, and then\nnowhere' })
  await before.answers('unsafe', { chosen: '_not-said' })
  await before.answers('is-sustained', { chosen: 'yes' })
  await before.records({
    interviewer: 'Noor Aziz',
    caresForChild: 'no',
    allocatedWorker: 'no',
    where: 'At school',
    present: 'Reece and Noor',
    view: 'He is tired of being asked.',
    'finding-sustained': 'of-concern',
  })
}
