import { addMonths, type LondonDate } from '../../../kernel/london.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import type { Act, ActId, ActOf, Said } from './acts.ts'
import type { PassageId } from './passage.ts'

/** One month from the day on which it came, longer by two where it is complex [R]: shown as unverified, and each request
    may have another day set. */
const answerWithin = { months: 1, longerBy: 2 } as const

/** What was decided about one passage. */
export interface Ruling {
  readonly asked?: ActOf<'asked'>
  readonly answered?: ActOf<'answered'>
  readonly whole?: ActOf<'withheld'>
  readonly parts: readonly ActOf<'withheld'>[]
  readonly lookedThrough?: ActOf<'looked-through'>
}

/** One request as it stands. */
export interface SubjectAccess {
  readonly received: ActOf<'received'>
  readonly due: LondonDate
  readonly extended?: ActOf<'extended'>
  readonly rulings: ReadonlyMap<PassageId, Ruling>
  readonly restored: ReadonlyMap<ActId, ActOf<'restored'>>
  readonly exports: readonly ActOf<'exported'>[]
}

export function dueFrom(on: LondonDate): LondonDate {
  return addMonths(on, answerWithin.months)
}

/** The last day to which it may be made longer. */
export function longestDue(on: LondonDate): LondonDate {
  return addMonths(on, answerWithin.months + answerWithin.longerBy)
}

const none: Ruling = { parts: [] }

export function rulingOn({ rulings }: Pick<SubjectAccess, 'rulings'>, passage: PassageId): Ruling {
  return rulings.get(passage) ?? none
}

/** Undefined for acts that begin with no request. */
export function subjectAccessOf(acts: readonly Act[]): SubjectAccess | undefined {
  const received = acts.find((act): act is ActOf<'received'> => act.said.kind === 'received')
  if (received === undefined) return undefined
  const restored = new Map(
    acts
      .filter((act): act is ActOf<'restored'> => act.said.kind === 'restored')
      .map((act) => [act.said.withheld, act]),
  )
  const extended = acts.findLast((act): act is ActOf<'extended'> => act.said.kind === 'extended')
  const rulings = new Map<PassageId, Ruling>()
  for (const act of acts) {
    if (!isOfPassage(act) || restored.has(act.id)) continue
    const { passage } = act.said
    rulings.set(passage, ruled(rulings.get(passage) ?? none, act))
  }
  return {
    received,
    due: extended?.said.due ?? received.said.due,
    ...(extended && { extended }),
    rulings,
    restored,
    exports: acts.filter((act): act is ActOf<'exported'> => act.said.kind === 'exported'),
  }
}

type ActOfPassage = Act & { readonly said: Extract<Said, { readonly passage: PassageId }> }

function isOfPassage(act: Act): act is ActOfPassage {
  return 'passage' in act.said
}

function ruled(ruling: Ruling, act: ActOfPassage): Ruling {
  switch (act.said.kind) {
    case 'asked':
      return { ...ruling, asked: act as ActOf<'asked'> }
    case 'answered':
      return { ...ruling, answered: act as ActOf<'answered'> }
    case 'looked-through':
      return { ...ruling, lookedThrough: act as ActOf<'looked-through'> }
    case 'withheld':
      return act.said.part === undefined
        ? { ...ruling, whole: act as ActOf<'withheld'> }
        : { ...ruling, parts: [...ruling.parts, act as ActOf<'withheld'>] }
    default:
      return unreachable(act.said)
  }
}
