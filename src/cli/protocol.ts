import { draw } from '../domain/protocol/draw.ts'
import { explainAsMarkdown } from '../domain/protocol/explain.ts'
import type { Edition } from '../domain/protocol/protocol.ts'
import { refOf } from '../domain/protocol/read.ts'
import type { Verb } from './verb.ts'

export const protocolVerb: Verb = {
  name: 'protocol <act> [edition]',
  summary:
    'check every edition or one, or draw or explain one: protocol draw missing-from-home-and-care/2024-03',
  run: async (house, { words, answer }) => {
    const [act = '', wanted] = words
    const all = await house.protocols()
    const checked =
      act === 'check' && wanted !== undefined ? all.filter((one) => refOf(one.edition) === wanted) : all
    if (act === 'check' && checked.length > 0) {
      const says = checked.flatMap(({ edition, problems, cells }) => [
        `${refOf(edition)}: ${problems.length === 0 ? `holds, over ${cells} cells` : `${problems.length} problems`}`,
        ...problems.map((problem) => `  ${problem}`),
      ])
      answer(
        says.join('\n'),
        checked.map(({ edition, problems, cells }) => ({ edition: refOf(edition), problems, cells })),
      )
      return checked.every(({ problems }) => problems.length === 0) ? 0 : 1
    }
    const edition = all.map((one) => one.edition).find((one) => refOf(one) === wanted)
    const shown = edition && shownAs(act, edition)
    if (shown === undefined) {
      const known = all.map((one) => refOf(one.edition)).join(', ')
      console.error(`Say protocol check, or draw or explain with one of: ${known}.`)
      return 1
    }
    answer(shown, { edition: wanted, shown })
    return 0
  },
}

function shownAs(act: string, edition: Edition): string | undefined {
  if (act === 'draw') return draw(edition)
  return act === 'explain' ? explainAsMarkdown(edition) : undefined
}
