import { became, learnedOf, ledTo, type LedTo } from '../../../../domain/interview/so-what.ts'
import type { EntryType } from '../../../../domain/episode/entries.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { saidIn, type Kept } from '../../../../domain/episode/finding-bodies.ts'
import { mayAnswer } from '../../../../domain/episode/rules/kept-by-police.ts'
import type { EffectiveOf } from '../../../../domain/episode/state.ts'
import { whenWords } from '../../../components/time.ts'
import { pick } from '../../../forms/fields-choice.ts'
import { agreedWords, subjectWords } from '../../episode/headlines-findings.ts'
import type { About } from '../act.ts'

export const noFindings = 'Nothing was recorded as learned in this episode yet.'

export function findings({ page }: About): readonly LedTo[] {
  return ledTo(page.chronology)
}

/** Those that lead nowhere first, of them those of concern. */
export function findingField(about: About, label: string, among = findings(about)) {
  const rank = (led: LedTo) =>
    (led.finding.body.ofConcern ? 0 : 1) + (became(led, about.page.at) === 'nowhere' ? 0 : 2)
  const sorted = among.toReversed().toSorted((a, b) => rank(a) - rank(b))
  const asked = sorted.find(({ finding }) => finding.id === about.asked.text('finding'))
  const start = asked ?? (sorted.length === 1 ? sorted[0] : undefined)
  return pick<EntryId>({
    label,
    options: sorted.map(({ finding }) => ({ value: finding.id, text: findingWords(finding, about.page.at) })),
    missing: 'Choose what was learned',
    ...(start && { start: start.finding.id }),
  })
}

export function findingWords(finding: EffectiveOf<'finding-recorded'>, now: string): string {
  const learned = learnedOf(finding)
  const what = learned === undefined ? 'Something that is kept apart' : subjectWords(learned.what)
  return `${what}, ${whenWords(finding.occurred.at, now)}`
}

type Agreed = EffectiveOf<'action-agreed'>

/** Those that are neither done nor ended, the one that is due first before the others. */
export function runningActions(
  about: About,
  ends: 'action-done' | 'action-ended' = 'action-done',
): readonly Agreed[] {
  return answerable(about, ends)
    .flatMap(({ actions }) => actions)
    .filter(({ done, ended }) => done === undefined && ended === undefined)
    .map(({ agreed }) => agreed)
    .toSorted((a, b) => (a.body.byWhen < b.body.byWhen ? -1 : 1))
}

export function actionField(about: About, running = runningActions(about)) {
  const asked = running.find(({ id }) => id === about.asked.text('action'))
  const start = asked ?? (running.length === 1 ? running[0] : undefined)
  return pick<EntryId>({
    label: 'Which action?',
    options: running.map(({ id, body }) => ({
      value: id,
      text: `By ${whenWords(body.byWhen, about.page.at)}: ${agreedWords(saidIn(body))}`,
    })),
    missing: 'Choose which action',
    ...(start && { start: start.id }),
  })
}

type Audience = keyof Kept<unknown>

/** Said where what it came from is said. */
export function keptAs<T>(audience: Audience, value: T): Kept<T> {
  return { [audience]: value }
}

export function audienceOfFinding(about: About, id: EntryId): Audience {
  const finding = findings(about).find((one) => one.finding.id === id)?.finding
  if (finding?.body.owner === 'police') return 'intelligence'
  return finding?.body.open === undefined ? 'restricted' : 'open'
}

export function audienceOfAction(about: About, id: EntryId): Audience {
  const action = runningActions(about).find((one) => one.id === id)
  if (action === undefined) return 'restricted'
  const ofFinding = audienceOfFinding(about, action.body.finding)
  return ofFinding === 'open' && action.body.open === undefined ? 'restricted' : ofFinding
}

/** Those of which this person may write this. */
export function answerable(about: About, type: EntryType): readonly LedTo[] {
  return findings(about).filter(({ finding }) => mayAnswer(about.author.role, type, finding.body.owner))
}
