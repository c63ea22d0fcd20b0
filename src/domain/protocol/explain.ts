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
      heading: 'How long a carer may look before telling police',
      says: [
        'The shortest time that fits holds. A child’s own plan may shorten it and never lengthen it, and without a current plan the shortest for the age holds at any hour. Anyone may tell police sooner.',
        ...edition.reasonableTime.map(
          (row) => `${words.reasonableTimeInWords(row)}. ${words.sentence(words.sourceInWords(row.source))}`,
        ),
      ],
      duties: [],
    },
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
  const sections = explain(edition).map(({ heading, says, duties }, index) =>
    [
      `${index === 0 ? '#' : '##'} ${heading}`,
      ...says.map((line) => (index === 1 && line !== says[0] ? `- ${line}` : line)),
      ...duties.map(dutyAsMarkdown),
    ].join('\n\n'),
  )
  return `${sections.join('\n\n').replaceAll(/(\n- .*)\n(?=\n- )/g, '$1')}\n`
}

function dutyAsMarkdown({ duty, title, keeper, rows }: ExplainedDuty): string {
  const kept = keeper ? ' (holds the stage)' : ''
  return [
    `### ${title}`,
    [`\`${duty}\`${kept}`, '', ...rows.map(({ label, says }) => `- ${label}: ${says}`)].join('\n'),
  ].join('\n\n')
}
