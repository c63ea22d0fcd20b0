import assert from 'node:assert/strict'
import { fillIn, type Answers } from './journey-form.ts'
import { inWords, type Minute } from './journey-times.ts'
import type { Person } from './journey-person.ts'

/** One episode as the people of a journey work on it. */
export class OnEpisode {
  readonly path: string

  /** `path` as in the address: `/episodes/…`. */
  constructor(path: string) {
    this.path = path
  }

  /** Goes to the episode, follows the link that this person is offered for the act, fills in, presses the button. */
  async record(by: Person, act: string, answers: Answers, button = 'Record this'): Promise<void> {
    await this.begin(by, act)
    await by.fillIn(answers)
    await by.press(button)
    await by.arrivesAt(/[?]done=/)
    assert.match(await by.reads(), /Recorded: /)
  }

  /** Follows the link of an act from the episode's page, unfolding the rest of them where it is not among the first. */
  async begin(by: Person, act: string): Promise<void> {
    await by.goTo(this.path)
    const link = by.link(act)
    await link.waitFor({ state: 'attached' })
    if (!(await link.isVisible())) await by.open('More that can be recorded')
    await link.click()
  }

  /** Writes down that a role was told, from whichever page says that it was not. */
  async tell(by: Person, role: string, who: string, at: Minute): Promise<void> {
    await this.begin(by, 'Record who has been told')
    const choose = by.page.getByLabel('Who', { exact: true })
    const options = await choose.locator('option').allInnerTexts()
    const found = options.find((option) => option === role || option === `${role} (not told yet)`)
    assert.ok(found, `${role} among ${options.join(', ')}`)
    await choose.selectOption({ label: found })
    await fillIn(by.page.locator('main'), { 'Who was it that you told?': who, 'When was that?': at })
    await by.press('Record it')
    await by.arrivesAt(/[?]done=/)
  }

  /** Roles that the page of telling says have not heard the latest news. */
  async notToldYet(by: Person): Promise<readonly string[]> {
    await this.begin(by, 'Record who has been told')
    const options = await by.page.getByLabel('Who', { exact: true }).locator('option').allInnerTexts()
    return options
      .filter((option) => option.endsWith(' (not told yet)'))
      .map((option) => option.replace(' (not told yet)', ''))
  }

  /** What the page says about a duty, on one line. The page must show it. */
  async duty(by: Person, title: string): Promise<string> {
    await by.goTo(this.path)
    const item = by.page.locator('li.wa-duty').filter({ has: by.page.getByText(title, { exact: true }) })
    assert.ok((await item.count()) > 0, `“${title}” in: ${await by.reads()}`)
    return (await item.first().innerText()).replaceAll(/\s+/g, ' ')
  }

  /** Holds that the page shows the duty due at that minute, in words, and overdue where that has passed. */
  async isDue(by: Person, title: string, at: Minute): Promise<void> {
    const words = await this.duty(by, title)
    const due = inWords(at)
    const said = at > Date.now() ? `Due in [\\w ]+, by ${due} ` : `Overdue by [\\w ]+ \\(was due ${due}\\)`
    assert.match(words, new RegExp(said), `${title}, due by ${due}`)
  }

  /** The duties that the page shows as owed now, by title. */
  async owed(by: Person): Promise<readonly string[]> {
    await by.goTo(this.path)
    const panel = by.page.getByRole('region', { name: 'What is owed', exact: true })
    return panel.locator(':scope > .wa-duties .wa-duty__what').allInnerTexts()
  }
}
