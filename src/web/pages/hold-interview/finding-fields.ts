import type { EpisodeBodies } from '../../../domain/episode/entries.ts'
import type { EntryId } from '../../../domain/episode/entry.ts'
import type { Factors } from '../../../domain/interview/factor.ts'
import { suggestedFindings, type SuggestedFinding } from '../../../domain/interview/suggested.ts'
import { choice } from '../../forms/fields-choice.ts'
import { readFields, read, type Field, type Read } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { UnderWay } from './under-way.ts'

type Decided = 'of-concern' | 'not-of-concern' | 'left'

/** A factor that one answer or several point to. */
interface Pointed {
  readonly code: string
  readonly label: string
  readonly because: readonly SuggestedFinding[]
}

/** What the answers suggest, each factor once, in the order in which it was first pointed to. */
export function pointedTo({ set, answers }: UnderWay, factors: Factors | undefined): readonly Pointed[] {
  const all = suggestedFindings(set, answers)
  return [...new Set(all.map(({ code }) => code))].map((code) => ({
    code,
    label: factors?.factors.find((one) => one.code === code)?.label ?? code,
    because: all.filter((one) => one.code === code),
  }))
}

/** A person says of each whether it is so; nothing is found by itself, and nothing is left by itself. */
export function findingFields(pointed: readonly Pointed[]): Readonly<Record<string, Field<Decided>>> {
  return Object.fromEntries(
    pointed.map(({ code, label, because }) => [
      `finding-${code}`,
      choice<Decided>({
        legend: label,
        hint: because.map(becauseWords).join(' · '),
        options: [
          {
            value: 'of-concern',
            text: 'It is so, and of concern',
            hint: 'Then an action is owed, or a reason why not',
          },
          { value: 'not-of-concern', text: 'It is so, and not of concern' },
          { value: 'left', text: 'Leave it' },
        ],
        missing: `Say whether this is so, or leave it: ${label}`,
      }),
    ]),
  )
}

function becauseWords({ asked, answered, words }: SuggestedFinding): string {
  return `${asked} ${answered}${words === undefined ? '' : `: “${words}”`}`
}

/** The findings that were confirmed, as they are recorded: kept to those who read interviews, each with what it rests on,
    and in the child's own words where they gave any. */
export function findingsFrom(
  pointed: readonly Pointed[],
  factors: Factors | undefined,
  form: Form,
  now: Moment,
): Read<(from: EntryId) => readonly EpisodeBodies['finding-recorded'][]> {
  const found = readFields(findingFields(pointed), form, now)
  if (found.kind === 'problems') return found
  return read((from) =>
    pointed.flatMap((one) => {
      const decided = found.value[`finding-${one.code}`]
      if (factors === undefined || decided === undefined || decided === 'left') return []
      return [{ from, ofConcern: decided === 'of-concern', restricted: learnedFrom(one, factors) }]
    }),
  )
}

function learnedFrom({ code, label, because }: Pointed, { edition }: Factors) {
  const quote = because.find(({ of, words }) => of === 'child' && words !== undefined)?.words
  return {
    what: { kind: 'factor' as const, code, edition, label },
    ...(quote !== undefined && { quote }),
    reason: because.map(({ asked, answered }) => `${asked} ${answered}`).join('\n'),
  }
}
