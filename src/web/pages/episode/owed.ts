import type { DutyNow } from '../../../application/who-holds.ts'
import type { Holder } from '../../../domain/child/holder.ts'
import { roleLabel, type Role } from '../../../domain/episode/roles.ts'
import { sentence } from '../../../domain/protocol/explain-words.ts'
import { clockSentence, metSentence, quietSentence, type Clock } from '../../components/clock.ts'
import { dutyList, type DutyItem } from '../../components/duty.ts'
import { telephone } from '../../components/numbers-to-ring.ts'
import { govuk } from '../../components/official.ts'
import { panel } from '../../components/summary.ts'
import { fullDate, whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { capitalised } from './child-words.ts'

export interface Owed {
  readonly episode: string
  readonly duties: readonly DutyNow[]
  readonly now: string
  /** Shown as it was then: its clocks do not run on. */
  readonly asKnown: boolean
  /** Whether the reader can say for that role that it knows. */
  readonly mayAcknowledge: (tell: Role) => boolean
  /** Why a duty was left undone, where someone said so. */
  readonly excused: (row: DutyNow['row']) => string | undefined
}

/** What is owed, by whom, by when; then what is to come and what has ended, folded. */
export function owed(props: Owed): Html {
  const { duties } = props
  const open = duties.filter((duty) => isOwed(duty) && (!duty.row.keeper || duty.standing === 'overdue'))
  const toCome = duties.filter(({ standing }) => standing === 'to-come')
  const ended = duties.filter((duty) => !isOwed(duty) && duty.standing !== 'to-come' && !duty.row.keeper)
  const list =
    open.length === 0
      ? html`<p class="govuk-body">Nothing is owed ${props.asKnown ? 'at that moment' : 'now'}.</p>`
      : dutyList(open.map((duty) => openItem(duty, props)))
  return panel(
    'What is owed',
    html`${list} ${folded('To come, if nothing prevents it', toCome, props)}
    ${folded('What has ended', ended, props)}`,
  )
}

export function isOwed({ standing }: DutyNow): boolean {
  return standing === 'open' || standing === 'overdue'
}

function dutyHref(episode: string, id: string): string {
  return `/episodes/${episode}/duties/${id}`
}

function folded(summaryText: string, duties: readonly DutyNow[], props: Owed): Html | null {
  if (duties.length === 0) return null
  return govuk('details', {
    summaryText,
    classes: 'wa-folded',
    html: dutyList(duties.map((duty) => quietItem(duty, props))),
  })
}

function openItem(duty: DutyNow, props: Owed): DutyItem {
  const { row } = duty
  const rung = rungSentence(duty, props)
  const clock = clockOf(duty, props)
  // What is far off says why on its own page, so that what is near is found.
  const isNear = clock.tone === 'overdue' || clock.tone === 'soon'
  return {
    what: row.title,
    href: dutyHref(props.episode, row.id),
    clock,
    owner: ownerLine(duty),
    ...(isNear && { because: nearDates(sentence(row.because), props.now) }),
    ...(!row.verified && { detail: 'This time is not verified.' }),
    ...(rung && { rung }),
  }
}

function quietItem(duty: DutyNow, props: Owed): DutyItem {
  const { row, holder } = duty
  const excused = props.excused(row)
  const detail = [excused && sentence(`left undone because: ${excused}`), overdueSpans(duty, props.now)]
    .filter((line) => line !== undefined)
    .join(' ')
  return {
    what: row.title,
    href: dutyHref(props.episode, row.id),
    clock: clockOf(duty, props),
    owner: ownerWords(row.owedBy, holder),
    ...(detail !== '' && { detail }),
  }
}

/** The standing of a duty as a sentence. */
export function clockOf({ row, standing }: DutyNow, { now, asKnown }: Pick<Owed, 'now' | 'asKnown'>): Clock {
  switch (standing) {
    case 'open':
    case 'overdue': {
      const clock = clockSentence(row.dueAt, now, row.provisional)
      return asKnown ? { ...clock, markup: stopped(clock) } : clock
    }
    case 'met':
    case 'met-late':
      return metSentence(row.metAt ?? row.dueAt, row.dueAt, now)
    case 'discharged':
      return quietSentence(`Need not be done: said ${whenWords(row.dischargedAt ?? row.dueAt, now)}`)
    case 'cancelled':
      return quietSentence(`No longer needed since ${whenWords(row.cancelledAt ?? row.dueAt, now)}`)
    case 'to-come':
      return quietSentence(`Starts ${whenWords(row.startsAt, now)}, due by ${whenWords(row.dueAt, now)}`)
  }
}

/** Without what the browser would keep running. */
function stopped({ text, tone }: Clock): Html {
  return html`<span class="wa-clock wa-clock--${tone}">${text}</span>`
}

/** "Shown overdue from 02:40 to 03:10." Kept whatever was learned later. */
export function overdueSpans({ shownOverdue }: DutyNow, now: string): string | undefined {
  if (shownOverdue.length === 0) return undefined
  const spans = shownOverdue.map(({ from, until }) =>
    until === undefined || until > now
      ? `since ${whenWords(from, now)}`
      : `from ${whenWords(from, now)} to ${whenWords(until, now)}`,
  )
  return `Shown overdue ${spans.join(', and ')}.`
}

/** "Police control room: PC Lena Fox, Aldermoor Police", or the team alone where it is nobody's by name. */
export function ownerWords(role: Role, holder: Holder): string {
  if (holder.kind === 'post')
    return `${capitalised(roleLabel(role))}: ${holder.name}, ${holder.organisationName}`
  return holder.kind === 'nobody' ? capitalised(holder.name) : holder.name
}

/** Whose it is, and the number that reaches them at this hour. */
export function ownerLine({ row, holder }: Pick<DutyNow, 'row' | 'holder'>): Html {
  return html`${ownerWords(row.owedBy, holder)} ${telephone(holder.telephone)}
  ${holder.answeredBy !== undefined && html`(now answered by ${holder.answeredBy})`}`
}

/** Who answers at this hour, and on which number. */
function ringLine(holder: Holder): Html {
  const who = holder.answeredBy ?? (holder.kind === 'nobody' ? 'police' : holder.name)
  return html`Ring ${who}: ${telephone(holder.telephone)}`
}

/** "The police supervisor should know since 02:40, the missing co-ordinator since 03:40; no one has acknowledged." */
function rungSentence({ row, fired }: DutyNow, props: Owed): Html | undefined {
  const last = fired.at(-1)
  if (last === undefined) return undefined
  const since = fired.map(({ tell, at }, index) => {
    const known = index === 0 ? 'should know since' : 'since'
    return `the ${roleLabel(tell)} ${known} ${whenWords(at, props.now)}`
  })
  const silent = capitalised(since.join(', '))
  if (last.acknowledgedBy !== undefined) return html`${silent}; ${last.acknowledgedBy} has acknowledged.`
  // Of those who should know: the furthest along for whom the reader can say so.
  const mine = fired.findLast(
    ({ tell, acknowledgedBy }) => acknowledgedBy === undefined && props.mayAcknowledge(tell),
  )
  const query = new URLSearchParams({ duty: row.id, role: mine?.tell ?? last.tell }).toString()
  return html`${silent}; no one has acknowledged.
  ${ringLine(last.holder)}${
    mine &&
    html`<span class="wa-on-screen">
      ·
      <a class="govuk-link" href="/episodes/${props.episode}/acknowledge?${query}"
        >Acknowledge<span class="govuk-visually-hidden">: ${row.title}</span></a
      ></span
    >`
  }`
}

/** The same without today's date and without this year: what a person would leave out. */
export function nearDates(text: string, now: string): string {
  const today = fullDate(now)
  return text.replaceAll(` on ${today}`, '').replaceAll(` ${today.slice(-4)}`, '')
}
