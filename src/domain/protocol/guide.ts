import type { LondonDate } from '../../kernel/london.ts'
import { always, duties, lengthOf, looking, owed, type GuideSection, type Lines } from './guide-lines.ts'
import type { Edition } from './protocol.ts'

/** A joint protocol on one page, for a partnership's staff. What the page adds of itself are numbers to ring. */
export interface Guide {
  readonly title: string
  readonly owner: string
  readonly edition: string
  readonly lastReviewed: LondonDate
  readonly reviewDue: LondonDate
  readonly sections: readonly GuideSection[]
}

/** Every hour in it is the edition's own. The questions that it answers are those of the one-minute guide; what it says
    of repeated absence, of harm, of significance and of a plan before, during and after follows that document. */
export function guideOf(edition: Edition): Guide {
  const { title, owner, lastReviewed, reviewDue } = edition
  return {
    title,
    owner,
    edition: edition.edition,
    lastReviewed,
    reviewDue,
    sections: sectionsOf(edition, plan),
  }
}

/** What stands on it beside the protocol, on a page and on paper alike. */
export const beside = {
  worried: 'Worried about a child? Ring, and talk',
  ring: 'Otherwise ring the council where the child lives, or where they were found. A form is no referral until the council’s front door has taken it on: somebody has to speak with somebody.',
  otherHours: 'any other hour, and on bank holidays',
  setting: 'The time is a setting of the partnership: no source that was checked gives it.',
} as const

export function hasSetting({ sections }: Guide): boolean {
  return sections.some(({ lines }) => lines.some(({ setting }) => setting))
}

/** A section of which the edition says nothing is left out. */
export function sectionsOf(edition: Edition, sections: readonly Planned[]): readonly GuideSection[] {
  return sections
    .map(({ name, heading, says }) => ({ name, heading, lines: says.flatMap((lines) => lines(edition)) }))
    .filter(({ lines }) => lines.length > 0)
}

export interface Planned {
  readonly name: string
  readonly heading: string
  readonly says: readonly Lines[]
}

const plan: readonly Planned[] = [
  {
    name: 'missing',
    heading: 'What missing means',
    says: [
      always(
        'Nobody can say where the child is, and it is not like them, or they may come to harm, be part of a crime or harm somebody else.',
        'A child in care whose place is known and not agreed is away without leave: that is a concern too, and is recorded in the same way.',
        'To go missing again and again is not how any child simply is. Ask what would protect them, and plan how they stay safe when they are back.',
      ),
    ],
  },
  {
    name: 'risks',
    heading: 'What it can be a sign of',
    says: [
      always(
        'Unsafe places, and adults who are not safe; drugs and drink; offending; trafficking or exploitation; losing touch with school and friends.',
        'The more it goes on, and the more else is wrong, the likelier is significant harm. No absence stands alone.',
      ),
    ],
  },
  {
    name: 'now',
    heading: 'What to do now',
    says: [
      always('If somebody is in danger, ring 999.'),
      owed(
        'tell-police-when-worried',
        (_, clause) =>
          `Worried about their safety: tell police now. After ${lengthOf(clause)} without a report the next person is told`,
      ),
      owed('tell-police-of-young-child', (_, { for: { ageAtMost } }) =>
        ageAtMost === undefined
          ? 'Of a young child: the same'
          : `Aged ${ageAtMost} or under, or age not known: the same, worried or not`,
      ),
      looking(
        (rows) =>
          `Not worried now: do all that you reasonably can to find them, and then tell police. You may look no longer than this: ${rows}. The child’s own plan may say less. Tell police sooner whenever you want to.`,
      ),
      always(
        'Police know when somebody has spoken to them: to press a button here tells nobody.',
        'Earlier absences never make the risk smaller. Each report counts in its own right.',
      ),
      owed('grade-risk', (clock) => `Police take a full account and grade the risk ${clock}`),
    ],
  },
  {
    name: 'told',
    heading: 'Who else is told',
    says: [
      duties(
        ...['tell-social-worker', 'tell-home-on-call', 'tell-responsible-council', 'tell-host-council'],
        ...['tell-parents', 'tell-school'],
      ),
    ],
  },
  {
    name: 'decided',
    heading: 'What the child’s worker decides',
    says: [
      owed(
        'consider-harm-at-report',
        (clock) =>
          `Suffering: has the child suffered significant harm, or may they? ${capital(clock)} of the report`,
      ),
      owed('consider-harm-at-return', (clock) => `The same is asked again ${clock} of the return`),
      owed('hold-strategy-meeting', (clock) => `If so: a strategy meeting ${clock}`),
      owed('start-section-47', (clock) => `And a section 47 enquiry ${clock}, or the reason why not`),
      owed(
        'consider-significance',
        (clock) =>
          `Significance: which assessments, care plans and other help must change? ${capital(clock)} of the return`,
      ),
    ],
  },
  {
    name: 'found',
    heading: 'When the child is found',
    says: [
      owed(
        'prevention-check',
        (clock) =>
          `Police see the child, face to face, ${clock} of the return to a place of safety: the prevention check`,
      ),
      owed(
        'return-interview',
        (clock) =>
          `Somebody who does not care for the child holds the return interview ${clock} of the return, in a place where the child can talk freely. It is about what led to it, what happened and what would help; it builds trust`,
      ),
      duties('welcome-child', 'talk-it-over', 'settle-cause-and-support'),
    ],
  },
  {
    name: 'looked-after',
    heading: 'Children who are looked after',
    says: [
      always(
        'Each has a plan for what to do if they go missing: risks, vulnerabilities, and how they are kept safe before, during and after. Carer and social worker make it together.',
      ),
      duties('update-missing-plan'),
      owed(
        'tell-reviewing-officer',
        (clock) =>
          `The social worker tells the independent reviewing officer of every absence, missing or away, ${clock}`,
      ),
    ],
  },
]

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
