import { reportCare } from '../../../application/commands/report-care.ts'
import { careToReport, type CareToReport } from '../../../application/queries/care-to-report.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { withFormId } from '../../forms/form-id.ts'
import { present, readFields } from '../../forms/fields.ts'
import { emptyForm } from '../../forms/form.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { askedAgain, commandOf, firstAsked, refusedAt } from '../report/asked.ts'
import { readDanger, whatFields, type Danger } from './form.ts'
import { dangerPage, whatPage } from './view.ts'

const may = { kind: 'may', command: 'raise-concern' } as const
const look = { kind: 'look', what: 'child, to report' } as const

/** A part of a child's Care is not where it is expected. */
export const careMissingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/care-missing',
    may,
    audit: look,
    handle: (visit: Visit) =>
      withChild(visit, (shown) => showing(dangerPage(visit.page, shown, emptyForm, []))),
  },
  {
    method: 'GET',
    path: '/children/:child/care-missing/what',
    may,
    audit: look,
    handle: withFormId((visit) => withChild(visit, (shown) => ask(visit, shown))),
  },
  {
    method: 'POST',
    path: '/children/:child/care-missing/what',
    may,
    audit: { kind: 'entry', what: 'concern-raised, threshold-assessed' },
    handle: (visit: Visit) => withChild(visit, (shown) => begin(visit, shown)),
  },
]

async function withChild(
  visit: Visit,
  handle: (shown: CareToReport) => Answer | Promise<Answer>,
): Promise<Answer> {
  const child = parseId<'child'>(visit.params['child'] ?? '')
  const shown = child && (await careToReport(visit.app, visit.who.visitor, child))
  return shown === undefined ? { kind: 'not-found' } : handle(shown)
}

function ask({ page, query, typed }: Visit, shown: CareToReport): Answer {
  const danger = readDanger(query, shown.now)
  if (danger.kind === 'problems') return showing(dangerPage(page, shown, query, danger.problems), 400)
  return showing(whatPage(page, shown, danger.value, firstAsked(page.csrfToken, query, typed ?? emptyForm)))
}

async function begin(visit: Visit, shown: CareToReport): Promise<Answer> {
  const { app, who, page, form } = visit
  const danger = readDanger(form, shown.now)
  if (danger.kind === 'problems') return showing(dangerPage(page, shown, form, danger.problems), 400)
  const found = readFields(whatFields(shown), form, shown.now)
  if (found.kind === 'problems') return again(visit, shown, danger.value, found.problems)
  const { worried, ...said } = found.value
  const outcome = await reportCare(app, {
    visitor: who.visitor,
    author: who.author,
    commandId: commandOf(form),
    child: shown.child,
    ...danger.value,
    ...present(said),
    worriedNow: worried === 'yes',
  })
  switch (outcome.kind) {
    case 'done':
      return seeing(`/episodes/${outcome.episode}`)
    case 'refused': {
      const { refusal } = outcome
      if (refusal.kind === 'already-open') return seeing(`/episodes/${refusal.episode}`)
      const field = refusal.kind === 'in-the-future' ? 'noticed-time' : 'strands'
      return again(visit, shown, danger.value, refusedAt(field, refusal))
    }
    case 'may-not':
      return { kind: 'may-not' }
    case 'overtaken':
    case 'command-taken':
      return seeing(`/children/${shown.child}`)
  }
}

function again(
  { page, form }: Visit,
  shown: CareToReport,
  danger: Danger,
  errors: readonly FieldError[],
): Answer {
  return showing(whatPage(page, shown, danger, askedAgain(page.csrfToken, form, errors)), 400)
}
