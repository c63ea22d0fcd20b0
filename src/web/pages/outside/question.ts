import { askIfMissing, type Answered } from '../../../application/queries/outside.ts'
import { notice } from '../../components/notice.ts'
import { numbersToRing, telephone } from '../../components/numbers-to-ring.ts'
import { emptyForm } from '../../forms/form.ts'
import { optionalLongText, optionalText } from '../../forms/fields-text.ts'
import { readFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { describedAs } from './described.ts'
import { askingPage } from './page.ts'

const path = '/missing-child'
const title = 'Is this child missing?'
const may = { kind: 'may-use', use: 'ask-if-missing' } as const

export const questionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'nothing', because: 'it only asks' },
    handle: (visit: Visit) =>
      Promise.resolve(
        showing(questionPage(visit.page, { form: emptyForm, errors: [], now: visit.page.now })),
      ),
  },
  {
    method: 'POST',
    path,
    may,
    audit: { kind: 'look', what: 'is this child missing?, naming whom it fitted' },
    handle: ask,
  },
]

const fields = {
  name: optionalText({ label: 'Name, or what they are called', hint: 'As much of it as is known.' }),
  age: optionalText({ label: 'About how old?', hint: 'In years, for example 14.' }),
  description: optionalLongText({ label: 'What do they look like?', hint: 'Build, hair, clothes, marks.' }),
}

async function ask({ app, who, form, page: visit }: Visit): Promise<Answer> {
  const { now } = visit
  const found = readFields(fields, form, now)
  const again = (field: string, message: string) =>
    showing(questionPage(visit, { form, errors: [{ field, message }], now }), 400)
  if (found.kind === 'problems')
    return showing(questionPage(visit, { form, errors: found.problems, now }), 400)
  const { name = '', age, description = '' } = found.value
  if (age !== undefined && !/^\d{1,2}$/.test(age)) return again('age', 'Enter the age as a number of years')
  const asked = describedAs({ name, age: age === undefined ? undefined : Number(age), description })
  if (asked === undefined) return again('name', 'Enter a name, or an age and what they look like')
  const answer = await askIfMissing(app, who.visitor, asked)
  // It was asked under no key.
  return answer.kind === 'key-taken' ? { kind: 'not-found' } : showing(answerPage(visit, answer))
}

function questionPage(visit: PageVisit, asking: Asking): Html {
  return askingPage({
    visit,
    title,
    above: html`<p class="govuk-body">
      For a child who is in front of you. You are told whether they are missing and which number to ring, and
      no more. What you ask is kept and looked over. If the child is in danger, ring 999.
    </p>`,
    action: path,
    fields,
    button: 'Ask',
    asking,
  })
}

function answerPage(visit: PageVisit, answer: Answered): Html {
  const heading =
    answer.kind === 'missing' ? 'Missing: hold safely, ring this number' : 'Not known here as missing'
  const body =
    answer.kind === 'missing'
      ? html`<ul class="govuk-list govuk-list--spaced">
          ${answer.ring.map(({ name, telephone: number }) => html`<li>${telephone(number)} ${name}</li>`)}
        </ul>`
      : html`<p>
            No child who is missing here fits that. It does not mean that nobody misses them: they may not
            have been reported, or be known by another name.
          </p>
          ${numbersToRing({ dutyTeam: visit.dutyTeam })}`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${notice({ kind: 'plain', title: heading, body })}
    <p class="govuk-body"><a class="govuk-link" href="${path}">Ask about another child</a></p>`
  return page({ title: heading, visit, here: 'children', main })
}
