import { dateInWords } from '../../kernel/london.ts'
import { roleLabel } from '../episode/roles.ts'
import { chaptersOf } from './explain-chapters.ts'
import * as words from './explain-words.ts'
import type { Clause, Edition } from './protocol.ts'

export interface ExplainedDuty {
  readonly duty: string
  readonly title: string
  readonly keeper: boolean
  /** The act is from a source that was checked. */
  readonly verified: boolean
  /** The time is too. */
  readonly timeVerified: boolean
  readonly rows: readonly { readonly label: string; readonly says: string }[]
}

export interface ExplainedSection {
  readonly name: string
  readonly heading: string
  readonly says: readonly string[]
  readonly duties: readonly ExplainedDuty[]
}

/** An edition in plain English, for a page or a file: what it is, how long a carer may look, and the duties stage by stage
    in the order of the edition. Plain data, no markup. */
export function explain(edition: Edition): readonly ExplainedSection[] {
  const off = edition.clauses.filter((clause) => !clause.on)
  return [
    { name: 'edition', heading: edition.title, says: editionInWords(edition), duties: [] },
    {
      name: 'reasonable-time',
      heading: looking[edition.subject].heading,
      says: [
        looking[edition.subject].says,
        ...edition.reasonableTime.map(
          (row) => `${words.reasonableTimeInWords(row)}. ${words.sentence(words.sourceInWords(row.source))}`,
        ),
      ],
      duties: [],
    },
    ...leadsOf(edition),
    ...chaptersOf(edition).map(({ name, heading, groups }) => ({
      name,
      heading,
      says: [],
      duties: groups.flatMap((group) => group.clauses.map(explained)),
    })),
    ...(off.length === 0
      ? []
      : [
          {
            name: 'off',
            heading: 'Switched off in this edition',
            says: ['These lay no duty.'],
            duties: off.map(explained),
          },
        ]),
  ]
}

const looking: Readonly<Record<Edition['subject'], { readonly heading: string; readonly says: string }>> = {
  child: {
    heading: 'How long a carer may look before telling police',
    says: 'The shortest time that fits holds. A child’s own plan may shorten it and never lengthen it, and without a current plan the shortest for the age holds at any hour. Anyone may tell police sooner.',
  },
  care: {
    heading: 'How long it is reasonable to try before Care is reported missing',
    says: 'Each strand of Care states its own reasonable actions and reasonable time, in the edition of expected Care; of several the shortest holds. None of these times is from a verified source. Anyone may report sooner.',
  },
}

/** Who searches for what somebody holds. */
function leadsOf({ searchLeads }: Edition): readonly ExplainedSection[] {
  if (searchLeads.length === 0) return []
  return [
    {
      name: 'search-leads',
      heading: 'Whoever holds what is missing never runs the search',
      says: [
        'Nothing is owed by them, told to them first, or ended by them or by anyone they manage. Somebody else has it instead:',
        ...searchLeads.map(
          ({ heldBy, ledBy, source }) =>
            `Held by the ${roleLabel(heldBy)}: the ${roleLabel(ledBy)}. ${words.sentence(words.sourceInWords(source))}`,
        ),
      ],
      duties: [],
    },
  ]
}

function editionInWords(edition: Edition): readonly string[] {
  const { protocol, from, until, adoptedBy, owner, lastReviewed, reviewDue } = edition
  const end = until === undefined ? '' : ` until the end of the day before ${dateInWords(until)}`
  return [
    `Edition ${edition.edition} of ${protocol}, in force from ${dateInWords(from)}${end}.`,
    ...(edition.extends === undefined ? [] : [`It extends ${edition.extends}.`]),
    `Owner: ${words.sentence(owner)} Adopted by: ${words.sentence(adoptedBy)}`,
    `Last reviewed ${dateInWords(lastReviewed)}; review due ${dateInWords(reviewDue)}.`,
    'A time that its source does not give, or a source that nobody has checked, is shown as unverified: a partnership sets it in an edition of its own.',
  ]
}

function explained(clause: Clause): ExplainedDuty {
  const { duty, title, keeper, source, discharged, cancelled } = clause
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Who', words.ownerInWords(clause)],
    ['For whom', words.conditionInWords(clause.for)],
    ['Starts', words.startInWords(clause.starts)],
    ['How long', words.clockInWords(clause)],
    ['Met when', words.metInWords(clause.met)],
    ['By whom', clause.doneBy && `the ${roleLabel(clause.doneBy)}; by anyone else it stays open`],
    ['Excused when', words.endInWords(discharged)],
    ['No longer owed once', words.endInWords(cancelled)],
    ['If silent, tell', words.ladderInWords(clause.ifSilent)],
    ['Source', words.sourceInWords(source)],
  ]
  return {
    duty,
    title,
    keeper,
    verified: source.verified,
    timeVerified: source.verified && source.interval === undefined,
    rows: rows.flatMap(([label, says]) =>
      says === undefined ? [] : [{ label, says: words.sentence(says) }],
    ),
  }
}

/** The explanation as the Markdown file that is kept beside the edition. */
export function explainAsMarkdown(edition: Edition): string {
  const sections = explain(edition).map(({ name, heading, says, duties }, index) =>
    [
      `${index === 0 ? '#' : '##'} ${heading}`,
      ...says.map((line) => (isList(name) && line !== says[0] ? `- ${line}` : line)),
      ...duties.map(dutyAsMarkdown),
    ].join('\n\n'),
  )
  return `${sections.join('\n\n').replaceAll(/(\n- .*)\n(?=\n- )/g, '$1')}\n`
}

function isList(name: string): boolean {
  return name === 'reasonable-time' || name === 'search-leads'
}

function dutyAsMarkdown({ duty, title, keeper, rows }: ExplainedDuty): string {
  const kept = keeper ? ' (holds the stage)' : ''
  return [
    `### ${title}`,
    [`\`${duty}\`${kept}`, '', ...rows.map(({ label, says }) => `- ${label}: ${says}`)].join('\n'),
  ].join('\n\n')
}
