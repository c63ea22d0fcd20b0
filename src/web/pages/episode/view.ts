import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { EntryType } from '../../../domain/episode/entries.ts'
import type { PersonId } from '../../../domain/episode/entry.ts'
import { awaitingSecond } from '../../../domain/episode/awaiting-second.ts'
import { roleLabel, type Role } from '../../../domain/episode/roles.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { asKnownAt } from '../../components/as-known-at.ts'
import { healthPanel } from '../../components/apart.ts'
import { chronology } from '../../components/chronology.ts'
import { liveLine } from '../../components/live-line.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { panel, summary } from '../../components/summary.ts'
import { clockTime, longDate, whenWords } from '../../components/time.ts'
import { whoHolds, whoKnows } from '../../components/who-knows.ts'
import { whatYouCanDoNow, type Acts } from '../../components/acts.ts'
import { html, join, type Html, type Piece } from '../../html.ts'
import { page as wholePage } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { absenceLine, spellLine } from './absence-line.ts'
import { isOfCare, reasonableActions } from './care-state.ts'
import type { ActLink } from './acts-now.ts'
import { together, type ChildWords } from './child-words.ts'
import { earlierKnown } from './earlier.ts'
import { episodeThread } from './episode-thread.ts'
import { excusedBecause } from './excused.ts'
import { headlineOf } from './headlines.ts'
import { otherEpisodes } from './others.ts'
import { clockOf, isOwed, owed, ownerWords } from './owed.ts'
import { policeAreToBeTold, policeNotTold } from './police-know.ts'
import { readingOf } from './reading-of.ts'
import { appointmentLine } from './appointment.ts'
import type { Reading } from './reading.ts'
import { recordItems, wholeVoidAwaiting } from './record.ts'
import { stateSentence } from './state-sentence.ts'
import { stillToTell, toldLines } from './who-knows.ts'
import { referenceInWords } from '../../words/reference.ts'

export interface EpisodeView {
  readonly visit: PageVisit
  readonly page: EpisodePage
  readonly acts: readonly ActLink[]
  readonly mayUndo: (entry: EntryType) => boolean
  readonly person: PersonId
  /** Whether the pack for police and the duty team is for them to open. */
  readonly mayOpenPack?: boolean
  readonly mayAcknowledge: (tell: Role) => boolean
  /** What was just recorded. */
  readonly done?: EntryType
  /** An interview that this person holds and has not recorded is kept until then. */
  readonly interviewUntil?: Moment
}

export function episodeView(props: EpisodeView): Html {
  const { visit, page } = props
  const { episode, id } = page
  const reading = readingOf(page)
  const sentence = stateSentence(page, reading.child)
  const told = toldLines(page, page.at)
  const isLive = !page.asKnown && episode.response !== 'closed' && !episode.voided
  return wholePage({
    title: sentence,
    visit,
    breadcrumbs: [{ text: 'Board', href: '/board' }],
    status: html`${doneNotice(props, reading)}${interviewNotice(props)}${waitingNotice(page)}${
      !page.asKnown && policeAreToBeTold(episode) && policeNotTold(id, visit, episode)
    }`,
    lead: html`${summary({ eyebrow: eyebrow(page, reading.child), sentence, detail: absenceLine(page, reading.child) })}
    ${!page.asKnown && !episode.died && jump} ${asKnownAt(knownMoments(page, visit.now))}`,
    main: html`${isLive && liveLine(clockTime(page.at))}
    ${!page.asKnown && !episode.voided && appointmentLine(page.chronology, id, page.at)} ${record(props)}`,
    aside: html`${owed({
      ...props,
      episode: id,
      duties: page.duties,
      now: page.at,
      asKnown: page.asKnown,
      excused: (row) => excusedBecause(page, row),
    })}
    ${isOfCare(page) && !episode.voided && reasonableActions(page)}
    ${!page.asKnown && whatCanBeDone(props.acts, episode.died)} ${told.length > 0 && whoKnows(told)}
    ${episode.response !== 'closed' && !episode.died && healthPanel(page.record)} ${holders(page)}
    ${props.mayOpenPack === true && packLink(page, visit)} ${soWhatLink(page, visit)}`,
    ...(isLive && { live: `/episodes/${id}` }),
  })
}

/** On a narrow screen what is owed comes between: whoever has to write something down gets there in one step. */
const jump = html`<p class="wa-jump">
  <a class="govuk-link" href="#panel-what-you-can-do-now">What you can do now</a>
</p>`

/** What was just recorded, as the record now has it, and who has not heard. */
function doneNotice({ done, page }: EpisodeView, reading: Reading): Html | null {
  const entry = done && page.chronology.findLast(({ type }) => type === done)
  if (!entry) return null
  const waiting = stillToTell(page).map(({ role }) => `the ${roleLabel(role).replace(/^those/, 'people')}`)
  const waits = awaitingSecond(page.chronology).some(({ id }) => id === entry.id)
  if (waits)
    return notice({
      kind: 'plain',
      title: 'Recorded, and not counted yet',
      body: html`<p>
        It counts when a second person has confirmed it. Ask someone who knows: nobody has been alerted.
      </p>`,
    })
  const body =
    waiting.length === 0
      ? html`<p>Whereabouts alerts nobody yet: whoever should act on it now has to be rung.</p>`
      : html`<p>
          Nobody has been alerted. Not told about ${reading.child.first} yet: ${together(waiting)}.
          <a class="govuk-link" href="/episodes/${page.id}/inform-agency">Record who has been told</a>
        </p>`
  // Green and a tick are not for a death.
  if (page.episode.died) return notice({ kind: 'plain', title: 'It has been recorded', body })
  const { headline } = headlineOf(entry, reading)
  return notice({
    kind: 'done',
    title: headline.startsWith('Recorded') ? headline : `Recorded: ${headline}`,
    body,
  })
}

/** It goes by itself after its time: whoever holds it is told until when. */
function interviewNotice({ interviewUntil, page, visit }: EpisodeView): Html | null {
  if (interviewUntil === undefined) return null
  return notice({
    kind: 'plain',
    title: 'You hold an interview that is not recorded yet',
    body: html`<p>
      It is kept for you alone until ${longDate(interviewUntil, visit.now)}, ${clockTime(interviewUntil)}, and
      then deleted. <a class="govuk-link" href="/episodes/${page.id}/interview">Go on with it</a>
    </p>`,
  })
}

/** Whoever looks for the child must not read that the episode is an error before two people say so. */
function waitingNotice({ chronology, episode }: EpisodePage): Html | null {
  const whole = wholeVoidAwaiting(chronology)
  if (whole === undefined || episode.voided) return null
  return notice({
    kind: 'plain',
    title: `${whole.by.name} says that this episode was recorded in error`,
    body: html`<p>It goes on, and everything in it is owed, until a second person has confirmed that.</p>`,
  })
}

function eyebrow(page: EpisodePage, { full, age }: ChildWords): Piece {
  const { raised, reported } = page.episode
  const given = page.chronology.findLast(
    (entry) => entry.type === 'reference-given' && entry.body.police === true,
  )
  const police = given?.type === 'reference-given' ? given.body.reference : reported?.body.police.reference
  const editions = raised?.body.editions.map(
    ({ protocol, edition }) =>
      html`<a class="govuk-link" href="/protocol/${protocol}/${edition}">protocol of ${edition}</a>`,
  )
  return join(
    [
      html`<a class="govuk-link" href="/children/${page.child}"
        >${age === undefined ? full : `${full}, ${age}`}</a
      >`,
      referenceInWords(raised?.body.reference),
      police !== undefined && `police reference ${police}`,
      editions && join(editions, ' and '),
    ],
    ' · ',
  )
}

function packLink({ id, asKnown }: EpisodePage, { device }: PageVisit): Html | null {
  if (device !== undefined || asKnown) return null
  return panel(
    'For police and the duty team',
    html`<p>
      <a class="govuk-link" href="/episodes/${id}/pack">The pack: what they ask, and what is known</a>
    </p>`,
  )
}

/** Once something was learned, or could have been; from no enrolled device. */
function soWhatLink({ id, chronology, episode, asKnown }: EpisodePage, { device }: PageVisit): Html | null {
  const isLearned = chronology.some(({ type }) => type === 'finding-recorded')
  if (device !== undefined || asKnown || (!isLearned && episode.returned === undefined)) return null
  return panel(
    'So what',
    html`<p><a class="govuk-link" href="/episodes/${id}/so-what">Where what was learned leads</a></p>
      ${
        chronology.some(({ type }) => type === 'interview-held' || type === 'interview-declined') &&
        html`<p><a class="govuk-link" href="/episodes/${id}/who-gets-to-know">Who gets to know</a></p>`
      }`,
  )
}

/** One moment a minute, the latest of it: what a person would call the same time is one choice. */
function knownMoments({ id, steps, asKnown, at }: EpisodePage, now: string) {
  const byWords = new Map(steps.map((step) => [whenWords(step, now), step]))
  const moments = [...byWords].map(([words, step]) => ({ at: step, words })).toReversed()
  return {
    action: `/episodes/${id}`,
    nowWords: clockTime(now),
    ...(asKnown && { shown: at as string }),
    moments:
      asKnown && !moments.some((one) => one.at === at)
        ? [{ at, words: whenWords(at, now) }, ...moments]
        : moments,
  }
}

function whatCanBeDone(acts: readonly ActLink[], died: boolean): Html {
  const rest = acts.slice(3)
  const more = html`<ul class="govuk-list">
    ${rest.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
  </ul>`
  if (died)
    return panel(
      'What can be recorded',
      html`<ul class="govuk-list">
        ${acts.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
      </ul>`,
    )
  return whatYouCanDoNow(
    atMostThree(acts),
    rest.length === 0
      ? null
      : govuk('details', { summaryText: 'More that can be recorded', html: more, classes: 'wa-folded' }),
  )
}

function atMostThree([first, second, third]: readonly ActLink[]): Acts {
  if (first === undefined) return []
  if (second === undefined) return [first]
  return third === undefined ? [first, second] : [first, second, third]
}

/** Who holds the child at this stage, and the number that reaches them now. */
function holders(page: EpisodePage): Html | null {
  const keepers = page.duties.filter((duty) => duty.row.keeper && isOwed(duty))
  if (keepers.length === 0) return null
  return whoHolds(
    keepers.map((duty) => ({
      role: duty.row.title,
      name: ownerWords(duty.row.owedBy, duty.holder),
      telephone: duty.holder.telephone,
      note: [
        duty.holder.answeredBy === undefined ? '' : `now answered by ${duty.holder.answeredBy}. `,
        `${clockOf(duty, { now: page.at, asKnown: true }).text}.`,
      ].join(''),
    })),
  )
}

function record({ page, mayUndo, person }: EpisodeView): Html {
  const { died, voided, response, spells } = page.episode
  const reading = readingOf(page)
  const items = recordItems({ page, reading, mayUndo: (type) => !voided && mayUndo(type), person })
  const isHeld = !died && !voided
  const isChilds = isHeld && !isOfCare(page)
  return html`${isChilds && response !== 'closed' && episodeThread(page, reading.child)}
    ${isChilds && earlierKnown(page.earlier, reading.child, page.at)}
    <h2 class="wa-heading">Chronology</h2>
    ${items.length === 0 ? emptyState({ title: 'Nothing had been recorded yet.' }) : chronology(items)}
    ${
      isHeld &&
      spells.length > 0 &&
      html`<h2 class="wa-heading">For the statutory return</h2>
        ${spells.map((spell) => html`<p class="govuk-body">${spellLine(spell, page.at)}</p>`)}`
    }
    ${otherEpisodes(page.others, page.at, isHeld)}`
}
