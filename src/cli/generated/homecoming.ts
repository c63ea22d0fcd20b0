import type { Course } from './course.ts'
import { type Minute } from './minutes.ts'
import { hour } from './minutes.ts'
import { inTime, type Night, tell, workerOrDuty } from './night.ts'
import type { Told } from './report.ts'
import { words } from './words.ts'

/** Found by police where that is how it was, back, and everyone told who was told before. Gives when the return was
    written down: what needs a child who is back is written after it. */
export function comeHome(night: Night, { located, returned, how }: Course, told: Told): Minute {
  const { pen, chance, carer, expectedAt, officer } = night
  if (located !== undefined) find(night, located, returned, told)
  if (how !== 'brought-by-police' && chance.happens(0.02))
    pen(returned - 4, carer, 'note-added', { text: 'Is on the telephone and on the way.' })
  const by = how === 'brought-by-police' ? officer : carer
  const late = chance.happens(0.08) ? chance.between(30, 75) : chance.between(2, 6)
  pen(
    returned,
    by,
    'returned',
    { to: expectedAt, placeOfSafety: true, how, condition: chance.pick(words.condition) },
    { written: returned + late },
  )
  tellOfReturn(night, returned, late, told)
  return returned + late
}

function find(night: Night, located: Minute, returned: Minute, told: Told): void {
  const { pen, chance, officer } = night
  const outcome = chance.weighted([
    ['well', 93],
    ['harmed', 4],
    ['hospital', 2],
    ['custody', 1],
  ] as const)
  pen(located, officer, 'located', {
    seenBy: `${officer.name}, in person`,
    howKnown: 'Gave their name; the description fits',
    inChargeOf: officer.name,
    where: chance.pick(words.where),
    outcome,
  })
  const plan = located + chance.between(10, 70)
  if (plan < returned) {
    const text = 'Back to where they live; the carer stays up.'
    pen(plan, workerOrDuty(night, plan), 'answered', { question: 'plan-for-tonight', text })
  }
  const written = inTime(chance, located, hour, 0.7)
  if (written < returned)
    for (const [role, who] of told) tell(night, located + 5, officer, role, 'location', who, written)
}

/** Eight in ten within the hour, all from one telephone. */
function tellOfReturn(night: Night, returned: Minute, late: Minute, told: Told): void {
  const { carer, chance, officer } = night
  const written = Math.max(returned + late, inTime(chance, returned, hour, 0.8))
  const everyone: Told = carer.organisationKind === 'police' ? told : [['police', 'Control room'], ...told]
  for (const [role, who] of everyone) {
    if (!chance.happens(0.96)) continue
    const by = carer.organisationKind === 'police' ? officer : carer
    tell(night, returned + Math.floor((written - returned) * chance.next()), by, role, 'return', who, written)
  }
}

/** An officer sees the child: within four hours mostly, sometimes only rung, sometimes not possible. */
export function preventionCheck(night: Night, back: Minute): void {
  const { pen, chance, officer, expectedAt, nextLeft } = night
  const at = inTime(chance, back, 4 * hour - 60, 0.78)
  if (at >= nextLeft || chance.happens(0.04)) return
  if (chance.happens(0.04)) {
    const because = 'Would not open the door to an officer; the carer has seen them.'
    pen(at, officer, 'prevention-check-not-possible', {
      because,
      whatThen: 'The carer asks tonight, and rings if anything is said.',
    })
    return
  }
  const check = (when: Minute, faceToFace: boolean) =>
    pen(when, officer, 'prevention-check-done', {
      officer: officer.name,
      where: faceToFace ? expectedAt : 'By telephone',
      faceToFace,
      alone: chance.pick(['yes', 'yes', 'no'] as const),
      said: chance.pick(words.saidToOfficer),
      harm: chance.weighted([
        ['no', 82],
        ['not-known', 13],
        ['yes', 5],
      ] as const),
      ...(chance.happens(0.06) && { intelligence: words.intelligence }),
    })
  const isRung = chance.happens(0.06)
  check(at, !isRung)
  const later = at + chance.between(60, 900)
  if (isRung && later < nextLeft) check(later, true)
}
