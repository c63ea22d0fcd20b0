import type { Locator, Page } from 'playwright-core'
import { onTheWall, type Minute } from './journey-times.ts'

/** What goes into a form, by the words that stand at each question: a text typed, an option by its own words, a time of
    day, several boxes ticked. In the order in which a person would go through it. */
export type Answers = Readonly<Record<string, string | Minute | readonly string[]>>

/** Fills a form as a person does, by its labels and legends alone. What is folded away is opened first by the test. */
export async function fillIn(at: Page | Locator, answers: Answers): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    const group = at.getByRole('group', { name: question, exact: true })
    if (typeof answer === 'number') await fillInTime(group, answer)
    else if (typeof answer !== 'string')
      for (const box of answer) await group.getByRole('checkbox', { name: box, exact: true }).check()
    else if ((await group.count()) > 0) await group.getByRole('radio', { name: answer, exact: true }).check()
    else await fillInField(at, at.getByLabel(question, { exact: true }), answer)
  }
}

async function fillInField(at: Page | Locator, field: Locator, answer: string): Promise<void> {
  if ((await field.and(at.locator('select')).count()) > 0) await field.selectOption({ label: answer })
  else await field.fill(answer)
}

/** Always by the date, so that a test that runs over midnight means what it says. */
async function fillInTime(group: Locator, at: Minute): Promise<void> {
  const { day, month, year, time } = onTheWall(at)
  await group.getByRole('radio', { name: 'Another day', exact: true }).check()
  await group.getByLabel('Day', { exact: true }).fill(day)
  await group.getByLabel('Month', { exact: true }).fill(month)
  await group.getByLabel('Year', { exact: true }).fill(year)
  await group.getByLabel('Time, on the 24-hour clock', { exact: true }).fill(time)
}
