import assert from 'node:assert/strict'
import { OnEpisode } from './journey-episode.ts'
import type { Person } from './journey-person.ts'
import { inWords, plusMinutes, type Minute } from './journey-times.ts'

/** A child of a journey, as pages speak of them. */
export interface Away {
  readonly name: string
  readonly first: string
  readonly home: string
  readonly he: 'he' | 'she'
}

const others = { he: { him: 'him', his: 'his' }, she: { him: 'her', his: 'her' } } as const

/** How a sentence speaks of the child. */
export function pronounsOf({ he }: Away) {
  return { he, He: he === 'he' ? 'He' : 'She', ...others[he] } as const
}

/** The times that people of a journey type in. */
export interface Typed {
  readonly noticed: Minute
  readonly told: Minute
  readonly found: Minute
  readonly back: Minute
  readonly seen: Minute
}

/** From the page that lists the children of the home to police knowing. */
export async function reportsMissing(carer: Person, child: Away, typed: Typed): Promise<OnEpisode> {
  await carer.page.getByRole('navigation').getByRole('link', { name: 'Report' }).click()
  await carer.arrivesAt('/report')
  await carer.sees('Not sent. Police do not know.')
  await carer.follow(new RegExp(`^${child.name}`))
  return saysWorried(carer, child, typed)
}

/** Question 2 and the call. */
export async function saysWorried(by: Person, child: Away, { noticed, told }: Typed): Promise<OnEpisode> {
  const { he, He } = pronounsOf(child)
  await by.arrivesAt('/worried')
  const worry = await by.heading()
  const whose = child.first === 'the child' ? 'this child' : child.first
  assert.equal(worry, `Are you worried now about ${whose}'s safety, or anyone else's?`)
  await by.open(`${He} should be at ${child.home}`)
  await by.fillIn({
    [worry]: 'Yes. I will ring the police now',
    [`Do you know where ${he} is?`]: 'No',
    [`When was it noticed that ${he} is not there?`]: noticed,
  })
  await by.press('Continue')
  return rings(by, told)
}

/** From the page that says to ring, to police knowing. */
async function rings(carer: Person, told: Minute): Promise<OnEpisode> {
  await carer.arrivesAt('/report/ring')
  await carer.sees(/Saved \d\d:\d\d\. Police do not know\./)
  await carer.fillIn({
    'Which number did you ring?': '101',
    'Who answered?': 'Call-taker 7718',
    'Police reference, if you have it': '13260450001',
    'When did you ring?': told,
  })
  await carer.press('I have rung: police know')
  await carer.arrivesAt('/report/together')
  await carer.sees(`Police told ${inWords(told)}, reference 13260450001.`)
  return new OnEpisode(new URL(carer.page.url()).pathname.replace('/report/together', ''))
}

/** Grades medium, to be looked at again in four hours; the clocks that follow are held to the minute. */
export async function gradesMedium(
  police: Person,
  episode: OnEpisode,
  child: Away,
  graded: Minute,
): Promise<void> {
  const again = plusMinutes(graded, 240)
  const grade = {
    Grade: 'Medium',
    'On whose account': 'The carer, by telephone',
    'Why this grade': `Nobody knows where ${child.he} is or with whom.`,
    'First actions': 'Officers to the bus station and to friends.',
    'When was it graded?': graded,
    'When will it be looked at again?': again,
  }
  await episode.record(police, 'Grade the risk', grade, 'Record the grade')
  assert.equal(await police.heading(), `${child.name} is missing. Police grade the risk medium.`)
  await episode.isDue(police, 'Look at the risk again', again)
  await episode.isDue(police, 'Tell the carer what police are doing', plusMinutes(graded, 120))
}

export async function isFound(
  police: Person,
  episode: OnEpisode,
  child: Away,
  { found }: Typed,
): Promise<void> {
  const { him, he, his } = pronounsOf(child)
  await episode.record(police, `Record that someone has seen ${him}`, {
    [`Who saw ${him}?`]: 'PC Dale Moss',
    [`How do they know that it is ${him}?`]: `By ${his} photograph, and by the name given`,
    [`Who has charge of ${him} now?`]: 'PC Dale Moss',
    [`Where is ${he}?`]: 'The bus station',
    [`How is ${he}?`]: 'Well',
    [`When was ${he} seen?`]: found,
  })
  assert.match(await police.heading(), new RegExp(`^${child.name} has been found and is not back yet\\.`))
  const dues = [
    ['Tell everyone who was told that the child has been found', 60],
    ['Agree a plan for tonight', 120],
    ['Bring the child home', 240],
  ] as const
  for (const [duty, minutes] of dues) await episode.isDue(police, duty, plusMinutes(found, minutes))
}

/** Records the return to the home; the four clocks that run from it are held to the minute. */
export async function isBack(carer: Person, episode: OnEpisode, child: Away, { back }: Typed): Promise<void> {
  const { him, he } = pronounsOf(child)
  await episode.record(carer, `Record that ${child.first} is back`, {
    [`Where did ${he} come back to?`]: child.home,
    'Is it a place of safety?': 'Yes',
    [`How did ${he} come back?`]: 'Brought by police',
    [`How is ${he}?`]: 'Cold and hungry',
    [`When did ${he} come back?`]: back,
  })
  assert.equal(await carer.heading(), `${child.name} is back. Police have not yet seen ${him}.`)
  const dues = [
    ['See the child face to face', 4 * 60],
    ['Hold the independent return interview', 72 * 60],
    ['Tell everyone who was told that the child is back', 60],
    ['Decide again, now that the child is back, whether they suffered or risk significant harm', 6 * 60],
  ] as const
  for (const [duty, minutes] of dues) await episode.isDue(carer, duty, plusMinutes(back, minutes))
}

/** Tells everyone of whom the page says that they have not heard the latest news. */
export async function tellsEveryone(by: Person, episode: OnEpisode, at: Minute): Promise<void> {
  const waiting = await episode.notToldYet(by)
  assert.ok(waiting.length > 0)
  for (const role of waiting) await episode.tell(by, role, `${role}, by telephone`, at)
  assert.deepEqual(await episode.notToldYet(by), [])
}

export async function seenByPolice(
  police: Person,
  episode: OnEpisode,
  child: Away,
  { seen }: Typed,
): Promise<void> {
  const { him, he } = pronounsOf(child)
  await episode.record(police, 'Record the prevention check', {
    [`Was ${he} seen face to face?`]: 'Yes',
    Where: child.home,
    [`Was ${he} spoken to alone?`]: 'Yes',
    [`What ${he} said`]: 'With friends, and lost count of time.',
    'Any sign of harm?': 'No',
    [`When did the officer see ${him}?`]: seen,
  })
}
