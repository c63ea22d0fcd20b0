import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  gradesMedium,
  isBack,
  isFound,
  reportsMissing,
  seenByPolice,
  tellsEveryone,
  type Away,
} from '../support/journey-acts.ts'
import {
  considersHarm,
  isClosed,
  isDecided,
  isHeard,
  isRead,
  isWelcomed,
  isWrittenUp,
} from '../support/journey-after.ts'
import { OnEpisode } from '../support/journey-episode.ts'
import { signIn, type Person } from '../support/journey-person.ts'
import { theBrowser, theProduct } from '../support/journey-product.ts'
import { minutesAgo, plusMinutes } from '../support/journey-times.ts'

const product = theProduct()
const browser = theBrowser()

interface Child extends Away {
  readonly carer: string
  readonly manager: string
  readonly onCall: string
}

const reece: Child = {
  name: 'Reece Appleton',
  first: 'Reece',
  he: 'he',
  home: 'Oakfield House',
  carer: 'Ruth Adeyemi',
  manager: 'Karl Voss',
  onCall: 'Joan Pike',
}
const finn: Child = {
  name: 'Finn Castle',
  first: 'Finn',
  he: 'he',
  home: 'Harrow Street',
  carer: 'Tomasz Wolski',
  manager: 'Paul Ingram',
  onCall: 'Rita Shaw',
}

for (const [child, javaScript] of [
  [reece, true],
  [finn, false],
] as const) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript'
  test(`an absence runs from a carer’s report to the last duty, ${how}`, async () => {
    const as = (name: string, width?: number) =>
      signIn(browser(), product(), name, { javaScript, ...(width !== undefined && { width }) })
    const [carer, lena, noor] = [await as(child.carer, 320), await as('PC Lena Fox'), await as('Noor Aziz')]
    const [sam, manager, dawn] = [await as('Sam Okafor'), await as(child.manager), await as('Dawn Ellis')]
    await closeWhatIsOver(noor, child)
    const episode = await reportsMissing(carer, child, times)
    await isGraded(lena, episode, child)
    await everyoneIsTold(episode, { carer, lena, sam, manager }, child)
    await isFound(lena, episode, child, times)
    await isBack(carer, episode, child, times)
    await tellsEveryone(carer, episode, times.seen)
    await seenByPolice(lena, episode, child, times)
    assert.equal(
      await lena.heading(),
      `${child.name} is back. Nobody independent has yet asked him about it.`,
    )
    await isWelcomed(carer, episode, times, child)
    await isHeard(noor, episode, child, times)
    await isWrittenUp(noor, dawn, episode, child)
    await isDecided(sam, dawn, episode, child, times)
    const colm = await as('Colm Brady')
    await isRead(colm, episode)
    await isClosed(noor, episode, child)
    for (const person of [carer, lena, noor, sam, manager, dawn, colm]) await person.leaves()
  })
}

const times = {
  noticed: minutesAgo(45),
  told: minutesAgo(40),
  graded: minutesAgo(36),
  heardOf: minutesAgo(33),
  decided: minutesAgo(30),
  found: minutesAgo(25),
  back: minutesAgo(20),
  seen: minutesAgo(14),
  offered: minutesAgo(10),
  held: minutesAgo(5),
}

/** The demonstration’s own night of this child, closed by the missing service with a reason for each duty left open. */
async function closeWhatIsOver(by: Person, { name }: Child): Promise<void> {
  await by.goTo('/board')
  await by.follow(new RegExp(`^${name}`))
  await by.arrivesAt(/^\/episodes\/[^/]+$/)
  const episode = new OnEpisode(new URL(by.page.url()).pathname)
  assert.notDeepEqual(await episode.owed(by), [])
  await episode.begin(by, 'Close the episode')
  await by.fillIn({ 'What this episode was, and what follows from it': 'A night out, told of by himself.' })
  await by.press('Close the episode')
  await by.sees('There is a problem')
  for (const box of await by.page.getByLabel(/Why may this stay undone/).all())
    await box.fill('Taken up in the next meeting about him')
  await by.press('Close the episode')
  await by.arrivesAt('?done=close-episode')
}

async function isGraded(lena: Person, episode: OnEpisode, child: Child): Promise<void> {
  const grade = 'Take a detailed account and grade the risk of this report'
  await episode.isDue(lena, grade, plusMinutes(times.told, 60))
  await gradesMedium(lena, episode, child, times.graded)
  await lena.goTo('/board')
  await lena.sees(new RegExp(`${child.name}.*Medium risk`))
}

async function everyoneIsTold(
  episode: OnEpisode,
  { carer, lena, sam, manager }: Record<'carer' | 'lena' | 'sam' | 'manager', Person>,
  { onCall, he }: Child,
): Promise<void> {
  const dues = [
    [lena, 'Tell the social worker or the duty team', 60],
    [carer, "Tell the home's on-call manager", 60],
    [carer, 'Tell the school by morning', 12 * 60],
    [sam, 'Tell those with parental responsibility, or say why not', 4 * 60],
    [sam, 'Decide whether the child has suffered, or is at risk of, significant harm', 2 * 60],
    [manager, 'Decide whether the regulator must be told', 24 * 60],
  ] as const
  for (const [by, duty, minutes] of dues) await episode.isDue(by, duty, plusMinutes(times.told, minutes))
  const tellings = [
    [lena, 'Allocated social worker', 'Sam Okafor'],
    [lena, 'Carer', 'The home, by telephone'],
    [carer, "Home's on-call manager", onCall],
    [carer, 'Responsible council', 'Amira Hussain'],
    [carer, 'School', 'Ann Lowe'],
    [sam, 'Those with parental responsibility', 'His mother'],
    [sam, 'Independent reviewing officer', 'Colm Brady'],
  ] as const
  for (const [by, role, who] of tellings) await episode.tell(by, role, who, times.heardOf)
  await considersHarm(
    sam,
    episode,
    { he },
    'The home and his mother name no harm. Asked again when he is back.',
    times.decided,
  )
  const regulator = {
    'Which question': 'Must the regulator be told?',
    'Your answer': 'Not told: nothing that the regulations name.',
    'When was it so?': times.decided,
  }
  await episode.record(manager, 'Answer a question', regulator, 'Record the answer')
}
