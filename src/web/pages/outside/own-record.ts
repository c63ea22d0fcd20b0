import { exportCaseRecord } from '../../../application/commands/disclose.ts'
import type { ChildToDisclose } from '../../../application/disclosure.ts'
import { childrenToDisclose } from '../../../application/queries/disclosures.ts'
import { ownRecord, type OwnRecord } from '../../../application/queries/outside.ts'
import { mayUse } from '../../../domain/access/may.ts'
import { parseId } from '../../../kernel/ids.ts'
import { emptyState } from '../../components/notice.ts'
import { whenWords } from '../../components/time.ts'
import { exportFields, exportForm } from '../../forms/export-fields.ts'
import { pick } from '../../forms/fields-choice.ts'
import { readFields, type Asking } from '../../forms/fields.ts'
import { emptyForm } from '../../forms/form.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { showing, type Answer, type Route, type Visit } from '../../route.ts'
import { formatFields } from '../subject-access/request-fields.ts'
import { fileOf } from '../subject-access/record-file.ts'
import { whoseRecord } from '../subject-access/words.ts'

const path = '/our-record'

export const ownRecordRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may: { kind: 'may-use', use: 'see-own-record' },
    audit: { kind: 'look', what: 'what we recorded of children who have left' },
    handle: (visit: Visit) => shown(visit),
  },
  {
    method: 'POST',
    path: `${path}/export`,
    may: { kind: 'may-use', use: 'export-own-record' },
    confirms: true,
    audit: { kind: 'look', what: 'case record, exported, naming the child' },
    handle: exported,
  },
]

async function shown(
  { app, who, page: visit }: Visit,
  sent?: Omit<Asking, 'now'>,
  children?: readonly ChildToDisclose[],
): Promise<Answer> {
  const theirs =
    children ?? (mayUse(who.author, 'export-own-record') ? await childrenToDisclose(app, who.visitor) : [])
  const asking = { ...(sent ?? { form: emptyForm, errors: [] }), now: visit.now }
  const shownPage = ownRecordPage(visit, await ownRecord(app, who.visitor), theirs, asking)
  return showing(shownPage, sent === undefined ? 200 : 400)
}

function fieldsFor(children: readonly ChildToDisclose[]) {
  return {
    child: pick({
      label: 'Whose case record?',
      options: children.map((one) => ({ value: one.child, text: whoseRecord(one) })),
      missing: 'Choose whose case record',
    }),
    ...formatFields,
  }
}

async function exported(visit: Visit): Promise<Answer> {
  const { app, who, files, form, page: layout } = visit
  const children = await childrenToDisclose(app, who.visitor)
  const read = readFields({ ...fieldsFor(children), ...exportFields }, form, layout.now)
  if (read.kind === 'problems') return shown(visit, { form, errors: read.problems }, children)
  const child = parseId<'child'>(read.value.child)
  if (child === undefined) return { kind: 'not-found' }
  const outcome = await exportCaseRecord(app, who.visitor, who.author, { ...read.value, child })
  return outcome.kind === 'exported'
    ? fileOf(files, read.value.format, outcome.record, 'case-record')
    : { kind: 'not-found' }
}

/** Each entry as it was written: with the texts in it, and nothing that others wrote beside it. */
function ownRecordPage(
  visit: PageVisit,
  { now, entries }: OwnRecord,
  children: readonly ChildToDisclose[],
  asking: Asking,
): Html {
  const title = 'What we recorded of children who have left'
  const byStream = Map.groupBy(entries, ({ stream }) => stream)
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    ${
      byStream.size === 0
        ? emptyState({ title: 'Nothing was recorded here of a child who has left' })
        : [...byStream].map(
            ([stream, own]) =>
              html`<section>
                <h2 class="wa-heading">${stream.slice(0, 8)}</h2>
                <ul class="govuk-list govuk-list--spaced">
                  ${own.map(
                    ({ type, occurred, by, body }) =>
                      html`<li>
                        ${whenWords(occurred.at, now, occurred.precision)}, ${by.name}:
                        ${type.replaceAll('-', ' ')}. ${textsIn(body)}
                      </li>`,
                  )}
                </ul>
              </section>`,
          )
    }
    ${children.length > 0 && takeAway(visit, children, asking)}`
  return page({ title, visit, here: 'children', errors: asking.errors, main })
}

/** For whoever answers for what the home recorded: of one child, whether they have left or not. */
function takeAway(visit: PageVisit, children: readonly ChildToDisclose[], asking: Asking): Html {
  return html`<h2 class="wa-heading">Save our case record of one child</h2>
    <p class="govuk-body">Everything that your organisation recorded itself, and nothing that others did.</p>
    ${exportForm({ visit, action: `${path}/export`, asking, before: fieldsFor(children), button: 'Save it' })}`
}

/** Everything that somebody typed. */
function textsIn(body: object): string {
  return Object.values(body)
    .filter((value): value is string => typeof value === 'string' && value.includes(' '))
    .join(' · ')
}
