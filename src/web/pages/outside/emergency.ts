import { newId } from '../../../application/ids.ts'
import type { OpenedBy } from '../../../application/outside.ts'
import { openInEmergency } from '../../../application/queries/outside.ts'
import { parseId } from '../../../kernel/ids.ts'
import { parseReference } from '../../../kernel/reference.ts'
import { emptyForm } from '../../forms/form.ts'
import { optionalDay } from '../../forms/fields-day.ts'
import { longText, optionalText } from '../../forms/fields-text.ts'
import { readFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { askingPage } from './page.ts'

const path = '/open-record'
const may = { kind: 'may-use', use: 'open-in-emergency' } as const

export const emergencyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    confirms: true,
    audit: { kind: 'nothing', because: 'it only asks' },
    handle: ({ page: visit }: Visit) =>
      Promise.resolve(
        showing(emergencyPage(visit, { form: emptyForm, errors: [], now: visit.now }, newId<'command'>())),
      ),
  },
  {
    method: 'POST',
    path,
    may,
    confirms: true,
    audit: { kind: 'look', what: 'opened in an emergency, naming the child' },
    handle: open,
  },
]

const fields = {
  reference: optionalText({ label: 'Reference of an episode', hint: 'Eight letters and numbers.' }),
  name: optionalText({ label: 'Or the whole name of the child' }),
  bornOn: optionalDay({
    label: 'And the date of birth',
    hint: 'For example 3 4 2012',
    wrong: 'Enter the date of birth as day, month and year, for example 3 4 2012',
  }),
  reason: longText({
    label: 'Why must you read this record now?',
    hint: 'Whoever reviews it reads this.',
    missing: 'Enter why you must read this record now',
  }),
}

async function open({ app, who, form, page: visit }: Visit): Promise<Answer> {
  const found = readFields(fields, form, visit.now)
  const id = parseId<'command'>(form.text('command')) ?? newId<'command'>()
  const again = (errors: Asking['errors']) =>
    showing(emergencyPage(visit, { form, errors, now: visit.now }, id), 400)
  if (found.kind === 'problems') return again(found.problems)
  const { reference, name, bornOn, reason } = found.value
  const by = openedBy(reference, name, bornOn)
  if (by === undefined)
    return again([{ field: 'reference', message: 'Enter a reference, or a name and a date of birth' }])
  const opening = (command: string) =>
    openInEmergency(app, who.visitor, who.author, { id: command, by, reason })
  // Somebody went back to the page and asked for another: that is another opening.
  const first = await opening(id)
  const child = typeof first === 'object' ? await opening(newId<'command'>()) : first
  return typeof child === 'string'
    ? seeing(`/children/${child}`)
    : again([{ field: 'reference', message: 'Nothing is opened by this. Check it, or ring the duty team' }])
}

function openedBy(
  typed: string | undefined,
  name: string | undefined,
  bornOn: Extract<OpenedBy, { kind: 'name' }>['bornOn'] | undefined,
): OpenedBy | undefined {
  if (typed !== undefined) {
    const reference = parseReference(typed)
    return reference === undefined ? undefined : { kind: 'reference', reference }
  }
  return name === undefined || bornOn === undefined ? undefined : { kind: 'name', name, bornOn }
}

function emergencyPage(visit: PageVisit, asking: Asking, command: string): Html {
  return askingPage({
    visit,
    title: 'Open a record in an emergency',
    above: html`<p class="govuk-body">
      For a child whom you have to help now and whose record you cannot see. It opens for one hour, to read
      and not to write. The missing co-ordinator and the information governance lead of the child’s council
      see at once that you opened it, and are mailed where an address is kept for them; everything that you
      look at is listed for them.
    </p>`,
    action: path,
    fields,
    button: 'Open it for one hour',
    asking,
    command,
  })
}
