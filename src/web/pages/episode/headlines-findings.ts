import {
  saidIn,
  type Agreed,
  type FindingBodies,
  type Learned,
  type Subject,
} from '../../../domain/episode/finding-bodies.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Piece } from '../../html.ts'
import { capitalised } from './child-words.ts'
import { sentences, type Headlines } from './reading.ts'

/** Whoever does not read what it came from learns that there is something, and no word of it. */
export const keptApart = 'Kept apart, for those who read what it was learned from.'

const kindWords = {
  person: 'a person',
  place: 'a place',
  vehicle: 'a vehicle',
  telephone: 'a telephone',
  'online-name': 'an online name',
} as const

/** What a finding is about: "a person: Kez", or a factor as its list called it on that day. */
export function subjectWords(what: Subject): string {
  return what.kind === 'factor' ? what.label : `${kindWords[what.kind]}: ${what.name}`
}

export function learnedWords(learned: Learned | undefined): Piece {
  if (learned === undefined) return keptApart
  const { what, quote, reason } = learned
  const known = what.kind === 'factor' ? undefined : what.known
  const rest = sentences(known, reason && `Reason: ${reason}`)
  return quote === undefined ? rest : html`<q class="wa-entry__words">${quote}</q> ${rest}`
}

/** The same without mark-up, beside a question. */
export function learnedInOneLine(learned: Learned | undefined): string {
  if (learned === undefined) return keptApart
  const { what, quote, reason } = learned
  const known = what.kind === 'factor' ? undefined : what.known
  return sentences(quote && `“${quote}”`, known, reason && `Reason: ${reason}`)
}

export function agreedWords(agreed: Agreed | undefined): string {
  if (agreed === undefined) return 'Kept apart, for those who do it and those who read interviews.'
  return sentences(agreed.what, agreed.service, `Shown by: ${agreed.shownBy}`)
}

/** What was learned, and what became of it. */
export const headlinesFindings: Headlines<keyof FindingBodies> = {
  'finding-recorded': (body) => {
    const learned = saidIn(body)
    const what = learned === undefined ? '' : `: ${subjectWords(learned.what)}`
    return {
      headline: `${body.ofConcern ? 'Something of concern was learned' : 'Something was learned'}${what}.`,
      detail: learnedWords(learned),
    }
  },
  'finding-released': () => ({ headline: 'A finding may go in the next pack for police.' }),
  'finding-kept': ({ why }) => ({ headline: 'A finding is kept from police.', detail: why }),
  'findings-compared': ({ same, why }) => ({
    headline: same ? 'Two findings are about the same one.' : 'Two findings are not about the same one.',
    detail: why,
  }),
  'action-agreed': ({ owner, name, byWhen, ...said }, { now }) => ({
    headline: `Action agreed: ${capitalised(roleLabel(owner))}${name === undefined ? '' : `, ${name}`}, by ${whenWords(byWhen, now)}.`,
    detail: agreedWords(saidIn(said)),
  }),
  'no-action-decided': (body) => ({
    headline: 'Decided that nothing is done about a finding.',
    detail: saidIn(body) ?? keptApart,
  }),
  'action-done': (body) => ({
    headline: 'An agreed action is done.',
    detail: saidIn(body) ?? keptApart,
  }),
  'action-ended': (body) => ({
    headline: 'An agreed action was ended.',
    detail: saidIn(body) ?? keptApart,
  }),
}
