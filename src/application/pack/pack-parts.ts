import type { ChildRecord } from '../../domain/child/record.ts'
import { detailLines, withoutOthersAddresses, type DetailLine } from '../../domain/child/detail.ts'
import type { DetailKind } from '../../domain/child/detail-kinds.ts'
import { effective } from '../../domain/episode/effective.ts'
import type { Chronology } from '../../domain/episode/entries.ts'
import { episodeOf } from '../../domain/episode/evolve.ts'
import type { Learned } from '../../domain/episode/finding-bodies.ts'
import { ageOn, dateInWords, londonDate, momentInWords } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'

/** What is asked, and what is known of it: nothing where nobody has said anything. */
export interface PackFact {
  readonly asks: string
  readonly says: readonly string[]
}

export interface PackPart {
  readonly heading: string
  /** What has to be read with it. */
  readonly note?: string
  readonly facts: readonly PackFact[]
  /** What was released for police, and is read by nobody else. */
  readonly released?: true
}

const known = (asks: string, ...says: readonly (string | undefined)[]): PackFact => ({
  asks,
  says: says.filter((one) => one !== undefined && one.trim() !== '') as readonly string[],
})

/** What is known of one kind, each with who said so. */
function ofKind({ details }: ChildRecord, kind: DetailKind, shown = everyLine): readonly string[] {
  return details
    .filter(({ detail }) => detail.kind === kind)
    .map(({ detail, suppliedBy }) => {
      const lines = shown(detailLines(detail, dateInWords)).map(({ label, text }) => `${label}: ${text}`)
      return `${lines.join('; ')} (from ${suppliedBy})`
    })
}

const everyLine = (lines: readonly DetailLine[]): readonly DetailLine[] => lines

export function whoTheyAre(record: ChildRecord, now: Moment): PackPart {
  const { name, otherNames, bornOn, approximateAge, placement, lookedAfter, statuses } = record
  const age =
    bornOn === undefined ? undefined : `${dateInWords(bornOn)}, ${ageOn(bornOn, londonDate(now))} years old`
  const setting = placement?.setting
  return {
    heading: 'Who the child is',
    facts: [
      known('Name', name),
      known('Also called', ...otherNames),
      known('Born', age ?? (approximateAge === undefined ? undefined : `About ${approximateAge} years old`)),
      known('What they look like', record.description, ...ofKind(record, 'description')),
      known('Languages and communication', ...ofKind(record, 'communication')),
      known('Lives at', setting?.name),
      known('Telephone of the home', setting?.telephone),
      known('Standing with children’s services', ...statuses.flatMap((one) => statusWords[one] ?? [])),
      known('Legal status, and who holds parental responsibility', lookedAfter?.legalStatus),
    ],
  }
}

const statusWords: Readonly<Record<string, string>> = {
  'in-need': 'Child in need',
  'protection-plan': 'Child protection plan',
  'looked-after': 'Looked after',
}

function answers(chronology: Chronology, question: string): readonly string[] {
  return effective(chronology).flatMap((entry) =>
    entry.type === 'answered' && entry.body.question === question
      ? [
          question === 'last-seen'
            ? `${momentInWords(entry.occurred.at)}: ${entry.body.text}`
            : entry.body.text,
        ]
      : [],
  )
}

export function lastSeen(chronology: Chronology): PackPart {
  const { reported, raised } = episodeOf(chronology)
  return {
    heading: 'Last seen, and what was worn',
    facts: [
      known('Last seen', ...answers(chronology, 'last-seen')),
      known('Wearing', ...answers(chronology, 'clothing')),
      known('With whom', ...answers(chronology, 'with-whom')),
      known('What happened', ...answers(chronology, 'circumstances'), reported?.body.account),
      known('Expected at', raised?.body.expectedAt),
      known(
        'Seen or heard of since',
        ...effective(chronology).flatMap((entry) =>
          entry.type === 'information-received'
            ? [`${momentInWords(entry.occurred.at)}: ${entry.body.text} (from ${entry.body.from})`]
            : [],
        ),
      ),
    ],
  }
}

export function whatIsFeared(chronology: Chronology): PackPart {
  const body = episodeOf(chronology).threshold?.body
  const said = (value: 'yes' | 'no' | 'not-known' | undefined) =>
    value === 'yes' ? 'Yes' : value === 'no' ? 'No' : undefined
  return {
    heading: 'What is feared',
    facts: [
      known('Why the carer is worried', body?.why),
      known('Out of character?', said(body?.outOfCharacter)),
      known('May someone commit a crime against the child?', said(body?.maySufferCrime)),
      known('May the child come to harm, or harm somebody?', said(body?.riskToSelfOrOthers)),
    ],
  }
}

export function carried(record: ChildRecord, chronology: Chronology): PackPart {
  return {
    heading: 'What they carry, and by what they can be found',
    facts: [
      known(
        'Telephone: number, IMEI and network',
        record.telephone,
        ...ofKind(record, 'telephone'),
        ...answers(chronology, 'telephone'),
      ),
      known('Online names', ...ofKind(record, 'online-name')),
      known('Money, and bank by name', ...ofKind(record, 'money')),
      known('Passport or other paper', ...ofKind(record, 'identity-paper')),
      known('Travel card, and getting about', ...ofKind(record, 'transport')),
      known('Item for DNA, and where it is kept', ...ofKind(record, 'dna')),
    ],
  }
}

export function agreed(record: ChildRecord): PackPart {
  return {
    heading: 'What is agreed and ordered',
    facts: [
      known('Consent to publicity, and whose agreement', ...ofKind(record, 'publicity')),
      known('Bail, curfew, tag and orders', ...ofKind(record, 'legal')),
    ],
  }
}

export function health({ health: needs }: ChildRecord): PackPart {
  return {
    heading: 'Health, and how long there is',
    facts: [
      known(
        'Conditions, medicines and allergies',
        ...needs.map(({ text, without }) =>
          without === undefined ? text : `${text} Without it: ${without}`,
        ),
      ),
    ],
  }
}

export function whatWasDone(chronology: Chronology): PackPart {
  return {
    heading: 'What has been done to find them',
    facts: [
      known(
        'Done so far',
        ...effective(chronology).flatMap((entry) =>
          entry.type === 'action-taken'
            ? [`${momentInWords(entry.occurred.at)}: ${entry.body.action} ${entry.body.outcome}`.trim()]
            : [],
        ),
      ),
      known('Medicine needed now', ...answers(chronology, 'medication')),
    ],
  }
}

export function whereToLook(record: ChildRecord): PackPart {
  return {
    heading: 'People, places and warnings',
    facts: [
      known('People', ...ofKind(record, 'person')),
      known('Places', ...ofKind(record, 'place')),
      known('Found before', ...ofKind(record, 'found-before')),
      known('Warnings and vulnerabilities', ...ofKind(record, 'warning')),
    ],
  }
}

/** Everything that was recorded of earlier harm stands as a fact that can raise a grade: none lowers one. */
export function knownFromBefore({ concernsKnown }: ChildRecord): PackPart {
  return {
    heading: 'Known from before',
    note: 'Each is a fact that can raise the grade of this report. None is a reason for a lower one: this report stands alone.',
    facts: (['harm', 'place', 'adult'] as const).map((kind) => ({
      asks: concernWords[kind],
      says: concernsKnown
        .filter((one) => one.kind === kind)
        .map(({ text, at }) => `${text} (${dateInWords(londonDate(at))})`),
    })),
  }
}

const concernWords = {
  harm: 'Earlier harm',
  place: 'Places of concern',
  adult: 'Adults of concern',
} as const

/** Whom to ring and where to look, without where anybody else lives. */
export function whereToAsk(record: ChildRecord): PackPart {
  return {
    heading: 'Whom to ring, and where to look',
    facts: [
      known('People', ...ofKind(record, 'person', withoutOthersAddresses)),
      known('Places', ...ofKind(record, 'place', withoutOthersAddresses)),
    ],
  }
}

export function learned(released: readonly Learned[]): PackPart {
  return {
    heading: 'Learned before, and released for police',
    released: true,
    facts: released.map(({ what, quote, reason }) =>
      known(
        what.kind === 'factor' ? what.label : `${what.kind.replace('-', ' ')}: ${what.name}`,
        ...(quote === undefined ? [] : [`In the child’s words: ${quote}`]),
        reason,
        quote === undefined && reason === undefined ? 'Recorded without more' : undefined,
      ),
    ),
  }
}

export function plan({ plan: current, lapsedPlan }: ChildRecord): PackPart {
  const past = lapsedPlan && `${lapsedPlan.says} (from a plan that is past its review)`
  return {
    heading: 'What the plan says',
    facts: [known('What works, whom to ask, where to look', current?.says ?? past)],
  }
}
