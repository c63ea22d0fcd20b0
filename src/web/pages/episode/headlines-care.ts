import type { CareBodies } from '../../../domain/episode/care-bodies.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { html, type Piece } from '../../html.ts'
import { sentences, type Headlines } from './reading.ts'
import { meansWords } from './value-words.ts'

/** What a child said stands first and in their own words; it is there only for those who read it. */
export function childFirst(words: readonly (string | undefined)[], rest: string): Piece {
  const said = words.filter((word) => word !== undefined)
  if (said.length === 0) return rest
  return html`${said.map((word) => html`<q class="wa-entry__words">${word}</q> `)}${rest}`
}

/** Care that is missing, from the report to the plan. */
export const headlinesCare: Headlines<keyof CareBodies> = {
  'care-reported-missing': ({ to, who, means, account }) => ({
    headline: `Care reported missing to the ${roleLabel(to)}.`,
    detail: sentences(`${who} was told ${meansWords[means]}`, account),
  }),
  'care-located': ({ seenBy, howKnown, where }) => ({
    headline: 'Care found somewhere else.',
    detail: sentences(`At ${where}`, `Seen by ${seenBy}`, howKnown),
  }),
  'care-returned': ({ seenBy, how, childSays, childsWords }, { child }) => ({
    headline: returnedLine(childSays, child.first),
    detail: childFirst([childsWords], sentences(how, `Seen by ${seenBy}`)),
  }),
  'care-conversation-held': ({ with: whom, chosenByChild, harm, whileAway, whatHelps }, { child }) => ({
    headline: `${child.first} was asked about the time when this Care was away.`,
    detail: childFirst(
      [whileAway, whatHelps],
      sentences(
        `With ${whom}${chosenByChild ? `, whom ${child.first} chose` : ''}`,
        harm === 'yes' && 'Harm was told of',
        harm === 'not-known' && 'Whether there was harm is not known',
      ),
    ),
  }),
  'care-repair-agreed': ({ what, by }) => ({
    headline: 'Agreed how this is put right.',
    detail: sentences(what, `By ${by}`),
  }),
  'care-prevention-agreed': ({ keep, ifMissing, afterwards }) => ({
    headline: 'The plan for this Care.',
    detail: sentences(`To keep it: ${keep}`, `If it goes missing: ${ifMissing}`, `Afterwards: ${afterwards}`),
  }),
}

function returnedLine(childSays: CareBodies['care-returned']['childSays'], first: string): string {
  if (childSays === 'no') return `Said to be back, and ${first} says that it is not.`
  return childSays === 'yes' ? `Care is back, and ${first} says so.` : 'Care is back.'
}
