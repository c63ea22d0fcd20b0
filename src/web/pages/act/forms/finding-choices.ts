import { became, learnedOf, ledTo, type LedTo } from '../../../../domain/interview/so-what.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import type { Kept } from '../../../../domain/episode/finding-bodies.ts'
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
export function runningActions(about: About): readonly Agreed[] {
  return findings(about)
    .flatMap(({ actions }) => actions)
    .filter(({ done, ended }) => done === undefined && ended === undefined)
    .map(({ agreed }) => agreed)
    .toSorted((a, b) => (a.body.byWhen < b.body.byWhen ? -1 : 1))
}

export function actionField(about: About) {
  const running = runningActions(about)
  const asked = running.find(({ id }) => id === about.asked.text('action'))
  const start = asked ?? (running.length === 1 ? running[0] : undefined)
  return pick<EntryId>({
    label: 'Which action?',
    options: running.map(({ id, body }) => ({
      value: id,
      text: `By ${whenWords(body.byWhen, about.page.at)}: ${agreedWords(body.open ?? body.restricted)}`,
    })),
    missing: 'Choose which action',
    ...(start && { start: start.id }),
  })
}

/** Said where what it came from is said. */
export function keptAs<T>(isOpen: boolean, value: T): Kept<T> {
  return isOpen ? { open: value } : { restricted: value }
}

export function isOpenFinding(about: About, id: EntryId): boolean {
  return findings(about).some(({ finding }) => finding.id === id && finding.body.open !== undefined)
}

export function isOpenAction(about: About, id: EntryId): boolean {
  return runningActions(about).some((action) => action.id === id && action.body.open !== undefined)
}
