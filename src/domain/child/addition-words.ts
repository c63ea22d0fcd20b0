import { momentInWords } from '../../kernel/london.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Refusal } from './addition-refusal.ts'

/** Why not, and what to do instead, as one would say it to a tired person. Times are London's. */
export function additionRefusedInWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'in-the-future':
      return `${momentInWords(refusal.at)} has not come yet. Record it when it has happened.`
    case 'time-needed':
      return 'From then on somebody else is rung, so the day alone is not enough. Give the time, to about a minute if you can.'
    case 'says-nothing':
      return 'Say at least one thing about the child: a name, an age or what they look like.'
    case 'not-a-childs-age':
      return 'That is not a child’s age. Check the year.'
    case 'nothing-to-end':
      return 'What this would end does not last now, by the record. Read the record again: somebody may have ended it first.'
    case 'before-it-began':
      return `It began at ${momentInWords(refusal.from)}, so it cannot have ended before that.`
    case 'not-in-the-directory':
      return `The directory has nothing of that kind for ${fields[refusal.field] ?? refusal.field}, or has it no longer. Choose another.`
    case 'review-is-past':
      return 'That review is past. Give a day to come.'
    case 'taken-in-the-future':
      return 'That day has not come yet. Give the day on which the photograph was taken.'
    case 'is-this-record':
      return 'That is this record itself. Name the other one.'
    case 'nobody-at-night':
      return 'Nobody of those named works at night. Name at least one person who does: somebody must see the child at every hour.'
    case 'no-duty-team':
      return 'The child has a way in, or is to have one, and nobody of the council’s duty team is named for this record. Name one of them first: what the child writes at night is theirs to read.'
    case 'grading-needed':
      return 'What is said of an adult needs its source, how far it is relied on, a review and an end. Add them.'
    case 'expires-before-review':
      return 'It would end before it is reviewed. Give an end on the day of the review or later.'
    case 'detail-says-nothing':
      return 'Say at least one of these things.'
    case 'card-number':
      return 'That looks like the number of a card or an account. Leave it out: police ask the bank, and whoever reads this could use it.'
    case 'password':
      return 'That looks like a password or a PIN. Leave it out: whoever reads this could use it.'
    case 'not-an-imei':
      return 'An IMEI has 15 digits. Check it, or leave it empty.'
    case 'not-known-now':
      return 'That does not stand on the record now. Read it again: somebody may have changed it first.'
    case 'plan-overtaken':
      return 'Another version of the plan has been drafted since. Read that one, and agree to it if it is right.'
    case 'no-such-plan':
      return 'That plan is not the one that was agreed last. Read the plan again, and review that one.'
    case 'not-an-hour':
      return 'Give hours from 0 to 23, from one until another, each with a time in hours and minutes.'
    case 'already-given':
      return 'The child can come in already. End that first if something has changed.'
    case 'no-such-message':
      return 'That message is not on this record, or not one that you can see. Choose one of those shown.'
    case 'before-they-wrote':
      return `The child wrote at ${momentInWords(refusal.at)}, so they cannot have been told before that.`
    default:
      return unreachable(refusal)
  }
}

const fields: Readonly<Record<string, string>> = {
  post: 'the post',
  council: 'the council',
  provider: 'who runs the home',
  person: 'the person',
  named: 'somebody who is named',
  areaCouncil: 'the council of the area',
  organisation: 'the organisation',
}
