import type { Disclosure } from '../../../application/disclosures.ts'
import type { Act, ActId } from '../../../domain/access/disclosure/acts.ts'
import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { withheldInWords } from './withheld.ts'
import { passageInWords } from './words.ts'

/** Every act, the last first: what was taken back stays with the reason for both. */
export function actList(found: Disclosure, { posts }: Directory): Html {
  const byPassage = new Map(found.standings.map((one) => [one.passage.id as string, one]))
  const lines = found.acts.toReversed().map((act) => {
    const name = posts.find(({ person }) => person === act.person)?.personName
    const taken = found.access.restored.has(act.id) ? ' Taken back.' : ''
    return html`<li>
      ${inWords(act, found, byPassage)}${taken}
      <span class="wa-evidence__source"
        >${name ?? 'Somebody no longer in the directory'}, ${whenWords(act.at, found.now)}</span
      >
    </li>`
  })
  return html`<ul class="wa-evidence">
    ${lines}
  </ul>`
}

type ByPassage = ReadonlyMap<string, Standing>

function inWords({ said }: Act, found: Disclosure, byPassage: ByPassage): string {
  const of = 'passage' in said ? whichOf(byPassage.get(said.passage), found.now) : ''
  switch (said.kind) {
    case 'received':
      return `${said.askedBy} asked for the record. Due on ${dateInWords(said.due)}.`
    case 'extended':
      return `Made longer to ${dateInWords(said.due)}: ${said.reason}`
    case 'asked':
      return `${of}Asked: ${said.whom}`
    case 'answered':
      return `${of}Answered (${said.answer.replaceAll('-', ' ')}): ${said.words}`
    case 'looked-through':
      return `${of}Names may be disclosed: ${said.words}`
    case 'withheld': {
      const standing = byPassage.get(said.passage)
      return `${of}Withheld. ${standing === undefined ? said.words : withheldInWords(said, standing)}`
    }
    case 'restored':
      return `${restoredOf(said.withheld, found, byPassage)}Not withheld any more: ${said.words}`
    case 'exported':
      return `Saved as ${said.format.toUpperCase()} for ${said.purpose} (${said.reference}), SHA-256 ${said.sha256.slice(0, 16)}…`
    default:
      return unreachable(said)
  }
}

function restoredOf(id: ActId, { acts, now }: Disclosure, byPassage: ByPassage): string {
  const act = acts.find((one) => one.id === id)
  return act?.said.kind === 'withheld' ? whichOf(byPassage.get(act.said.passage), now) : ''
}

function whichOf(standing: Standing | undefined, now: string): string {
  return standing === undefined ? 'A passage that was disposed of. ' : `${passageInWords(standing, now)}. `
}
