import type { EntryId, EpisodeId } from '../../domain/episode/entry.ts'
import { day, inTheOffice, type Minute } from './minutes.ts'
import { type Night, ownWorker, tell } from './night.ts'
import { readByReviewingOfficer, tellReviewingOfficer } from './report.ts'
import { words } from './words.ts'

/** What is decided in offices once the child is back: most of it in time, some late, some never. */
export function settle(night: Night, reported: Minute, returned: Minute, back: Minute): void {
  const { chance, lookedAfter, home } = night
  const within = (share: number, days: number) =>
    inTheOffice(
      returned,
      chance.happens(share) ? chance.between(1, days) : days + chance.between(1, 6),
      chance,
    )
  if (chance.happens(0.9))
    tellReviewingOfficer(night, inTheOffice(reported, chance.happens(0.8) ? 1 : 3, chance))
  if (home !== undefined && chance.happens(0.92)) regulator(night, reported)
  if (night.host !== undefined && chance.happens(0.8)) placementNotice(night, reported)
  if (chance.happens(0.93)) significance(night, within(0.82, 3))
  if (chance.happens(0.85)) causeAndSupport(night, within(0.7, 5))
  if (lookedAfter && home !== undefined) atHome(night, back)
  if (lookedAfter && chance.happens(0.9))
    night.pen(within(0.75, 5), ownWorker(night), 'plan-updated', { what: chance.pick(words.plan) })
}

/** Met at the door, and talked with over the next days. */
function atHome({ pen, chance, carer }: Night, back: Minute): void {
  if (chance.happens(0.92))
    pen(back + chance.between(1, 60), carer, 'child-welcomed', {
      food: 'Something warm.',
      rest: 'To bed, with the hall light on.',
      medical: 'Asked; nothing needed tonight.',
      tonight: 'Somebody is awake.',
    })
  if (chance.happens(0.8))
    pen(inTheOffice(back, chance.between(1, 4), chance), carer, 'conversation-held', {
      with: carer.name,
      said: chance.pick(words.causes),
      agreed: chance.pick(words.plan),
    })
}

function regulator({ pen, chance, home, carer }: Night, reported: Minute): void {
  const at = inTheOffice(reported, chance.happens(0.75) ? 0 : 2, chance)
  const text = 'Not told: nothing that the regulations name.'
  pen(at, home?.manager.author ?? carer, 'answered', { question: 'regulator-told', text })
}

function placementNotice({ pen, chance, council, host }: Night, reported: Minute): void {
  const at = inTheOffice(reported, chance.happens(0.8) ? 1 : 3, chance)
  const text = `${host?.organisation.name ?? 'The host council'} had notice of the placement.`
  pen(at, council.office['responsible-council'].author, 'answered', { question: 'placement-notice', text })
}

function significance(night: Night, at: Minute): void {
  const { pen, chance } = night
  const significant = chance.happens(0.18)
  pen(at, ownWorker(night), 'significance-considered', {
    significant,
    reason: significant ? words.significance.yes : words.significance.no,
    assessments: significant ? 'The assessment is done anew.' : 'As they are.',
    plans: significant ? 'The plan says whom to ring, and from what hour.' : 'As they are.',
    additional: significant ? chance.pick(words.support) : 'None.',
  })
}

function causeAndSupport(night: Night, at: Minute): void {
  const { pen, chance, council, carer } = night
  const { author } = council.office['missing-service']
  pen(at, author, 'meeting-held', {
    kind: 'cause-and-support',
    attended: `${author.name}, ${ownWorker(night).name}, ${carer.name}`,
    decided: 'One plan, looked at in six weeks.',
    cause: chance.pick(words.causes),
    support: chance.pick(words.support),
    parts: 'Each service has its part, and a day.',
  })
}

/** On the third absence in 42 or in 90 days. */
export function repeatMeeting(night: Night, reported: Minute, earlier: readonly Minute[]): void {
  const { pen, chance, officer } = night
  const lately = earlier.filter((from) => from > reported - 90 * day).length
  if (lately < 2 || !chance.happens(0.75)) return
  const by = ownWorker(night)
  pen(inTheOffice(reported, chance.happens(0.65) ? chance.between(1, 2) : 6, chance), by, 'meeting-held', {
    kind: 'repeat',
    attended: `${by.name}, ${officer.name}`,
    decided: 'What draws the child away is written down, and who works on it.',
  })
}

/** The episode before is still open for its last duties: whoever reads one finds the other. */
export function link({ pen, raiser }: Night, at: Minute, previous: EpisodeId): void {
  pen(at, raiser, 'episode-linked', { to: previous, as: 'previous' }, { written: at + 2 })
}

/** Somebody looks at the door camera: it was a little later than was written. Another confirms that where they must. */
export function correctReturn(night: Night, returned: Minute, written: Minute, entry: EntryId): void {
  const { pen, carer, council, chance } = night
  const at = written + chance.between(20, 60)
  const correction = pen(at, carer, 'entry-corrected', {
    corrects: entry,
    changes: { condition: 'Tired, with a cut on one hand that was seen later' },
    reason: 'Written down in a hurry at the door.',
    needsSecond: false,
  })
  if (chance.happens(0.7))
    pen(at + 40, council.office['missing-coordinator'].author, 'acknowledged', {
      of: { kind: 'entry', entry: correction },
    })
  pen(returned + 30, carer, 'note-added', { text: chance.pick(words.notes) }, { written: at + 45 })
}

/** What happens when nobody had to tell police: read by a manager, and the reviewing officer told. */
export function reviewUnreported(night: Night, noticed: Minute, returned: Minute): void {
  const { pen, chance, home, council } = night
  const by = home?.manager.author ?? council.office['missing-coordinator'].author
  if (chance.happens(0.88))
    pen(inTheOffice(returned, chance.happens(0.8) ? 1 : 3, chance), by, 'concern-reviewed', {
      outcome: 'Read with whoever was there. What was agreed about coming back is on the board in the hall.',
    })
  if (night.lookedAfter && chance.happens(0.9)) {
    const { author } = council.office['reviewing-officer']
    const at = inTheOffice(noticed, chance.happens(0.8) ? 1 : 2, chance)
    tell(night, at, ownWorker(night), 'reviewing-officer', 'concern', author.name)
    readByReviewingOfficer(night, at)
  }
}

/** Closed when everything else is written: by then what was not done has a reason, which is filled in as the duties
    stand. One in a hundred is opened again. */
export function close(night: Night, returned: Minute): Minute {
  const { pen, chance, council } = night
  const last = pen.drafts.reduce((latest, { written }) => Math.max(latest, written), returned)
  const soonest = inTheOffice(
    returned,
    chance.happens(0.85) ? chance.between(6, 19) : chance.between(21, 45),
    chance,
  )
  const at = soonest > last ? soonest : inTheOffice(last, 1, chance)
  const { author } = council.office['missing-service']
  const summary = 'Back and seen; what is to change is in the plan.'
  pen(at, author, 'episode-closed', { summary, leftOpen: {} })
  if (!chance.happens(0.01)) return at
  const again = inTheOffice(at, chance.between(2, 9), chance)
  pen(again, author, 'episode-reopened', { reason: 'The child has said more about where they were.' })
  const over = inTheOffice(again, chance.between(2, 6), chance)
  pen(over, author, 'episode-closed', { summary: 'What was said since is in the plan too.', leftOpen: {} })
  return over
}
