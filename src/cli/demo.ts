import { londonDate, parseLondonDate, type LondonDate } from '../kernel/london.ts'
import { momentAt } from '../kernel/moment.ts'
import { type Asked, askedInWords } from './generated/asked.ts'
import { fewestChildren } from './generated/last-evening.ts'
import type { Loaded } from './generated/load.ts'
import { progressBar } from './progress-bar.ts'
import type { Given, Verb } from './verb.ts'

export const demo: Verb = {
  name: 'demo',
  summary: 'fill an empty database with an invented partnership: the same seed, the same people and nights',
  options: [
    { flags: '--children <count>', summary: 'children on record (200)' },
    { flags: '--months <count>', summary: 'months of their lives, up to the day of --until (12)' },
    { flags: '--seed <word>', summary: 'what everything follows from (1)' },
    { flags: '--until <day>', summary: 'everything is as that London day begins, as 2026-11-21 (today)' },
  ],
  run: async (house, given) => {
    const asked = askedBy(given, londonDate(momentAt(Date.now())))
    if (typeof asked === 'string') return trouble(asked)
    const began = performance.now()
    const loaded = await house.makeDemonstration(asked, progressBar('Making children', process.stderr))
    if (loaded.kind !== 'loaded') return trouble(whyNot(loaded))
    const seconds = (performance.now() - began) / 1000
    const { children, episodes, entries, hash } = loaded
    const words = [
      `${children} children, ${episodes} episodes, ${entries} entries in ${seconds.toFixed(1)} s.`,
      `The same again, anywhere: whereabouts demo ${askedInWords(asked)}`,
      `Content ${hash}`,
    ]
    given.answer(words.join('\n'), { ...asked, ...loaded, seconds })
    return 0
  },
}

/** What is asked, or in one line what is wrong with it. */
function askedBy({ options }: Given, today: LondonDate): Asked | string {
  const text = (name: string, otherwise: string) => {
    const given = options[name]
    return typeof given === 'string' ? given : otherwise
  }
  const [children, months] = [Number(text('children', '200')), Number(text('months', '12'))]
  if (!isWhole(children, fewestChildren, 50_000))
    return `--children is a whole number from ${fewestChildren} to 50000: fewer cannot show every state.`
  if (!isWhole(months, 1, 120)) return '--months is a whole number from 1 to 120.'
  const seed = text('seed', '1')
  if (!/^[\w-]{1,40}$/.test(seed)) return '--seed is a word of up to 40 letters, digits and hyphens.'
  const until = parseLondonDate(text('until', today))
  if (until === undefined || until > today) return '--until is a day that has begun, as 2026-11-21.'
  return { children, months, seed, until }
}

function isWhole(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most
}

function whyNot(loaded: Exclude<Loaded, { kind: 'loaded' }>): string {
  const elsewhere = 'use an empty one, for example with DATA=./demo-data'
  if (loaded.kind === 'switched-off')
    return 'DEMONSTRATION=no keeps invented people out: run demo without it.'
  if (loaded.kind === 'live-records')
    return `This database holds records that are no demonstration, and invented people never go among them: ${elsewhere}.`
  return `This database holds another demonstration (${loaded.asked}): ${elsewhere}.`
}

function trouble(words: string): number {
  console.error(words)
  return 1
}
