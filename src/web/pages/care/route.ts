import { newId, requestHash } from '../../../application/ids.ts'
import { careEntryOf, recordCare } from '../../../application/commands/record-care.ts'
import { carePage, type CarePage } from '../../../application/queries/care.ts'
import { mayRecordCare } from '../../../domain/access/may.ts'
import { parseId, type Id } from '../../../kernel/ids.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import type { FieldError } from '../../components/errors.ts'
import { formIdIn, withFormId } from '../../forms/form-id.ts'
import { emptyForm } from '../../forms/form.ts'
import { readQuestions } from '../../forms/questions.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { refusedSighting, sighting } from './form.ts'
import { carePageView, sightingPage } from './view.ts'

export const careRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/care',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'care' },
    handle: show,
  },
  {
    method: 'GET',
    path: '/children/:child/care/seen',
    may: { kind: 'may-care', entry: 'care-seen' },
    audit: { kind: 'look', what: 'care' },
    handle: withFormId(asking),
  },
  {
    method: 'POST',
    path: '/children/:child/care/seen',
    may: { kind: 'may-care', entry: 'care-seen' },
    audit: { kind: 'entry', what: 'care-seen' },
    handle: taking,
  },
]

async function pageOf({ app, who, params }: Visit): Promise<CarePage | undefined> {
  const child = parseId<'child'>(params['child'] ?? '')
  return child && carePage(app, who.visitor, child)
}

async function show(visit: Visit): Promise<Answer> {
  const shown = await pageOf(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const mayAdd = visit.who.visitor.from === undefined && mayRecordCare(visit.who.author, 'care-seen')
  return showing(carePageView(visit.page, shown, { mayAdd, isRecorded: visit.query.text('recorded') !== '' }))
}

async function asking(visit: Visit): Promise<Answer> {
  const shown = await pageOf(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const command = formIdIn(visit.query) ?? newId<'command'>()
  const asked = { form: visit.typed ?? emptyForm, errors: [], now: shown.now }
  return showing(sightingPage(visit.page, shown, command, asked))
}

async function taking(visit: Visit): Promise<Answer> {
  const shown = await pageOf(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const { form, who, app } = visit
  const command = parseId<'command'>(form.text('command')) ?? newId<'command'>()
  const read = readQuestions(sighting, shown, form, shown.now)
  if (read.kind === 'problems') return again(visit, shown, command, read.problems)
  const { occurred, body } = read.value
  const sent = form.entries().filter(([name]) => name !== '_csrf')
  const outcome = await recordCare(app, {
    visitor: who.visitor,
    author: who.author,
    child: shown.child,
    key: { id: command, requestHash: requestHash({ of: shown.child, act: 'care-seen', sent }) },
    entry: careEntryOf(who.author, 'care-seen', occurred, body),
  })
  switch (outcome.kind) {
    case 'done':
      return seeing(`/children/${shown.child}/care?recorded=seen`)
    case 'may-not':
      return { kind: 'may-not' }
    case 'refused':
      return again(visit, shown, command, [refusedSighting(outcome.refusal, occurred)])
    case 'command-taken': {
      const message = 'This form was sent before with other answers: what was sent first stands'
      return again(visit, shown, newId<'command'>(), [{ field: 'strand', message }], 409)
    }
    default:
      return unreachable(outcome)
  }
}

/** The form again, with everything that was typed. */
function again(
  { page, form }: Visit,
  shown: CarePage,
  command: Id<'command'>,
  errors: readonly FieldError[],
  status: 400 | 409 = 400,
): Answer {
  return showing(sightingPage(page, shown, command, { form, errors, now: shown.now }), status)
}
