import type { Role } from '../../domain/episode/roles.ts'
import { day, inTheOffice } from './minutes.ts'
import { inTime, type Night, ownWorker, tell, workerOrDuty } from './night.ts'
import { words } from './words.ts'

/** Who was told that the child is missing: whoever was is to be told that they are back. */
export type Told = readonly (readonly [role: Role, who: string])[]

/** Police are told, and then everyone whom the protocol names. */
export function report(night: Night, reported: number, until: number): Told {
  const { pen, chance, raiser, officer } = night
  const account = chance.pick(words.account)
  const reference = `13${chance.between(10, 99)}0${chance.between(100000, 999999)}`
  const police =
    raiser.organisationKind === 'police'
      ? ({ kind: 'accepted', post: officer.post, reference } as const)
      : ({
          kind: 'rang',
          number: '101',
          callTaker: `Control room, call-taker ${chance.between(7700, 7739)}`,
          reference,
        } as const)
  pen(reported, raiser, 'reported-missing', { police, account })
  return [...fromTheHome(night, reported), ...fromTheWorkers(night, reported, until)]
}

/** What the carer does from one telephone, and writes down when it is done. */
function fromTheHome(night: Night, reported: number): Told {
  const { home, council, lookedAfter, chance, raiser } = night
  const told: [Role, string][] = []
  const written = inTime(chance, reported, 60, 0.88)
  const byCarer = (role: Role, who: string, share: number) => {
    if (!chance.happens(share)) return
    const at = reported + Math.max(1, Math.floor((written - reported) * chance.next()))
    tell(night, at, raiser, role, 'report', who, written)
    told.push([role, who])
  }
  if (home !== undefined) byCarer('home-on-call', home.onCall.author.name, 0.95)
  if (lookedAfter) byCarer('responsible-council', council.office['duty-team'].author.name, 0.93)
  return told
}

function fromTheWorkers(night: Night, reported: number, until: number): Told {
  const { council, host, chance, officer, raiser } = night
  const told: [Role, string][] = []
  const duty = inTime(chance, reported, 60, 0.86)
  const teller = raiser.organisationKind === 'council' ? raiser : officer
  tell(night, duty, teller, 'duty-team', 'report', council.office['duty-team'].author.name)
  told.push(['duty-team', council.office['duty-team'].author.name])
  const parents = inTime(chance, duty, 200, 0.85)
  if (chance.happens(0.09)) {
    const because = 'Telling them tonight could bring the child into danger; looked at again in the morning.'
    const body = { role: 'parents', about: 'report', told: { kind: 'not-told', because } } as const
    night.pen(parents, workerOrDuty(night, parents), 'agency-informed', body)
  } else if (chance.happens(0.95)) {
    tell(night, parents, workerOrDuty(night, parents), 'parents', 'report', 'A parent')
    told.push(['parents', 'A parent'])
  }
  if (host !== undefined && chance.happens(0.85)) {
    const { author } = council.office['responsible-council']
    const who = host.office['host-council'].author.name
    tell(night, inTime(chance, duty, 180, 0.7), author, 'host-council', 'report', who)
    told.push(['host-council', who])
  }
  const morning = reported + chance.between(9, 14) * 60
  if (morning < until && until - reported < 30 * day && chance.happens(0.8)) {
    tell(night, morning, night.carer, 'school', 'report', 'The school office')
    told.push(['school', 'The school office'])
  }
  return told
}

/** The reviewing officer hears of every absence from the child's own social worker. */
export function tellReviewingOfficer(night: Night, at: number): void {
  const { council, lookedAfter } = night
  if (!lookedAfter) return
  tell(
    night,
    at,
    ownWorker(night),
    'reviewing-officer',
    'report',
    council.office['reviewing-officer'].author.name,
  )
  readByReviewingOfficer(night, at)
}

/** Most read it within a week of being told, some later, some never. */
export function readByReviewingOfficer({ pen, chance, council }: Night, told: number): void {
  if (!chance.happens(0.88)) return
  const at = inTheOffice(told, chance.happens(0.8) ? chance.between(1, 4) : 9, chance)
  pen(at, council.office['reviewing-officer'].author, 'read-by-reviewing-officer', {
    view: chance.pick(words.readings),
  })
}
