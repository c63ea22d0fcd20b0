import { receiveRequest } from '../../../application/commands/disclose.ts'
import { newId } from '../../../application/ids.ts'
import { childToDisclose } from '../../../application/queries/disclosures.ts'
import type { Sought } from '../../../application/disclosure.ts'
import { dueFrom } from '../../../domain/access/disclosure/request.ts'
import { parseId } from '../../../kernel/ids.ts'
import { londonDate } from '../../../kernel/london.ts'
import { parseReference } from '../../../kernel/reference.ts'
import { choice } from '../../forms/fields-choice.ts'
import { day, optionalDay } from '../../forms/fields-day.ts'
import { longText, optionalText, text } from '../../forms/fields-text.ts'
import { readFields, type Asking, type Values } from '../../forms/fields.ts'
import { emptyForm } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import { askingPage } from '../outside/page.ts'
import { path } from './words.ts'

const wrong = 'Enter the day as day, month and year, for example 28 3 2026'

const fields = {
  reference: optionalText({ label: 'Reference of an episode', hint: 'Eight letters and numbers.' }),
  name: optionalText({ label: 'Or the whole name of the child' }),
  bornOn: optionalDay({ label: 'And the date of birth, where it is known', wrong }),
  askedBy: text({ label: 'Who asks?', missing: 'Enter who asks' }),
  as: choice({
    legend: 'For whom?',
    options: [
      { value: 'the-child', text: 'For themselves: they are the child, or were' },
      { value: 'on-behalf', text: 'On behalf of the child', hint: 'You have seen that they may.' },
    ],
    missing: 'Choose for whom they ask',
  }),
  on: day({
    label: 'On which day did it come?',
    hint: 'For example 28 3 2026',
    wrong,
    missing: 'Enter the day on which it came',
  }),
  asked: longText({ label: 'What do they ask for?', missing: 'Enter what they ask for' }),
  due: optionalDay({
    label: 'Due on another day than one month later?',
    hint: 'One month is how the rule is known to us, and not verified: set the day that your advice gives.',
    wrong,
  }),
}

export function askForRequest({ page }: Visit): Promise<Answer> {
  return Promise.resolve(showing(view(page, { form: emptyForm, errors: [], now: page.now }, newId())))
}

export async function beginRequest({ app, who, form, page }: Visit): Promise<Answer> {
  const command = parseId<'command'>(form.text('command')) ?? newId<'command'>()
  const again = (errors: Asking['errors']) =>
    showing(view(page, { form, errors, now: page.now }, command), 400)
  const found = readFields(fields, form, page.now)
  if (found.kind === 'problems') return again(found.problems)
  const sought = soughtIn(found.value)
  if (sought === undefined) return again([{ field: 'reference', message: 'Enter a reference, or a name' }])
  const { askedBy, as, on, asked, due } = found.value
  if (on > londonDate(page.now)) return again([{ field: 'on', message: 'Enter a day that is not to come' }])
  if (due !== undefined && due < on)
    return again([{ field: 'due', message: 'Enter a day after the request came' }])
  const child = await childToDisclose(app, who.visitor, sought)
  if (child === undefined) {
    const message = 'No record that your organisation answers for is found by this, or more than one is'
    return again([{ field: 'reference', message }])
  }
  const said = {
    kind: 'received',
    askedBy,
    as,
    on,
    asked,
    due: due ?? dueFrom(on),
    dueByRule: due === undefined,
  } as const
  const request = await receiveRequest(app, who.visitor, who.author, command, child.child, said)
  return seeing(`${path}/${request}`)
}

function soughtIn({ reference, name, bornOn }: Values<typeof fields>): Sought | undefined {
  if (reference !== undefined) {
    const parsed = parseReference(reference)
    return parsed === undefined ? undefined : { kind: 'reference', reference: parsed }
  }
  return name === undefined ? undefined : { kind: 'name', name, ...(bornOn && { bornOn }) }
}

function view(visit: PageVisit, asking: Asking, command: string): Html {
  return askingPage({
    visit,
    title: 'Somebody asks for their record',
    above: html`<p class="govuk-body">
      Of one child, and of what your organisation answers for. What others answer for is listed too, for you
      to ask them.
    </p>`,
    action: `${path}/begin`,
    fields,
    button: 'Begin',
    asking,
    command,
  })
}
