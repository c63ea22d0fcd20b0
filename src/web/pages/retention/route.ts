import { newId } from '../../../application/ids.ts'
import { decideRetention } from '../../../application/commands/decide-retention.ts'
import { dueForReview, heldAll, retainedRecord } from '../../../application/queries/retention.ts'
import { everyRecord } from '../../../application/retention.ts'
import type { RetentionActId, RetentionActKind } from '../../../domain/access/retention-review.ts'
import type { ChildId } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import { confirmFirst } from '../../confirm-first.ts'
import { readFields, type Asking } from '../../forms/fields.ts'
import { emptyForm } from '../../forms/form.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { holdAllPage } from './all-view.ts'
import { decisionFields, holdAllFields } from './form.ts'
import { dueForReviewPage } from './list-view.ts'
import { recordPage } from './record-view.ts'
import { refusalWords } from './words.ts'

const path = '/retention'
const may = { kind: 'may-use', use: 'review-retention' } as const
const decided = { kind: 'entry', what: 'what was decided about keeping or disposing' } as const

export const retentionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'due for review, naming the children' },
    handle: list,
  },
  {
    method: 'GET',
    path: `${path}/record`,
    may,
    audit: { kind: 'look', what: 'one record under review' },
    handle: (visit: Visit) => record(visit),
  },
  { method: 'POST', path: `${path}/record`, may, confirms: true, audit: decided, handle: decide },
  { method: 'POST', path: `${path}/standing`, may, confirms: true, audit: decided, handle: decideOnStanding },
  {
    method: 'GET',
    path: `${path}/all`,
    may,
    audit: { kind: 'nothing', because: 'names no child' },
    handle: (visit: Visit) => holdAll(visit),
  },
  { method: 'POST', path: `${path}/all`, may, audit: decided, handle: decideOnAll },
]

async function list({ app, who, page, query }: Visit): Promise<Answer> {
  const found = await dueForReview(app, who.visitor, who.author, parseId<'child'>(query.text('after')))
  return showing(dueForReviewPage(page, who.author.organisationName, found))
}

const ofRecord = (child: ChildId) => `${path}/record?child=${child}`

interface Sent extends Partial<Pick<Asking, 'form' | 'errors'>> {
  readonly refused?: string
  readonly command?: string
}

/** The page of one record. Whoever opens it shows first who they are, so that nothing typed is lost by it later. */
async function record(visit: Visit, sent?: Sent): Promise<Answer> {
  const { app, who, page, query, form } = visit
  const child = parseId<'child'>((sent === undefined ? query : form).text('child'))
  if (child === undefined) return seeing(path)
  const first = sent === undefined ? confirmFirst(visit, ofRecord(child)) : undefined
  if (first !== undefined) return first
  const found = await retainedRecord(app, who.visitor, who.author, child)
  if (found === undefined) return { kind: 'not-found' }
  const { form: typed = emptyForm, errors = [], refused, command = newId<'retention act'>() } = sent ?? {}
  const shown = recordPage(page, {
    record: found.record,
    person: who.visitor.person,
    directory: who.directory,
    asking: { form: typed, errors, now: page.now },
    command,
    ...(refused !== undefined && { refused }),
  })
  return showing(shown, sent === undefined ? 200 : refused === undefined ? 400 : 409)
}

async function decide(visit: Visit): Promise<Answer> {
  const { app, who, form, page } = visit
  const child = parseId<'child'>(form.text('child'))
  if (child === undefined) return seeing(path)
  const id = parseId<'retention act'>(form.text('command')) ?? newId<'retention act'>()
  const found = readFields(decisionFields, form, page.now)
  if (found.kind === 'problems') return record(visit, { form, errors: found.problems, command: id })
  const { act, reason } = found.value
  const outcome = await decideRetention(app, who.visitor, who.author, { child, id, ...act, reason })
  if (outcome.kind === 'not-found') return { kind: 'not-found' }
  if (outcome.kind === 'refused')
    return record(visit, { form, refused: refusalWords[outcome.why], command: id })
  return seeing(ofRecord(child))
}

const onStanding: readonly RetentionActKind[] = ['confirm', 'withdraw', 'hold-ended']

/** One press on what stands. Its id follows from what it is about, so that a second press changes nothing. */
async function decideOnStanding(visit: Visit): Promise<Answer> {
  const { app, who, form } = visit
  const child = parseId<'child'>(form.text('child'))
  const about: RetentionActId | undefined = parseId(form.text('about'))
  const kind = onStanding.find((one) => one === form.text('kind'))
  if (child === undefined || about === undefined || kind === undefined) return seeing(path)
  const back = child === everyRecord ? `${path}/all` : ofRecord(child)
  const id = newId<'retention act'>()
  const outcome = await decideRetention(app, who.visitor, who.author, { child, id, kind, about })
  if (outcome.kind === 'not-found') return { kind: 'not-found' }
  if (outcome.kind === 'refused' && child !== everyRecord)
    return record(visit, { refused: refusalWords[outcome.why] })
  return seeing(back)
}

async function holdAll(
  visit: Visit,
  sent?: Pick<Asking, 'form' | 'errors'> & { command: string },
): Promise<Answer> {
  const { app, who, page } = visit
  const holds = await heldAll(app, who.visitor)
  const { form = emptyForm, errors = [], command = newId<'retention act'>() } = sent ?? {}
  const asking = { form, errors, now: page.now }
  const shown = holdAllPage(page, who.author.organisationName, holds, asking, command)
  return showing(shown, sent === undefined ? 200 : 400)
}

async function decideOnAll(visit: Visit): Promise<Answer> {
  const { app, who, form, page } = visit
  const id = parseId<'retention act'>(form.text('command')) ?? newId<'retention act'>()
  const found = readFields(holdAllFields, form, page.now)
  if (found.kind === 'problems') return holdAll(visit, { form, errors: found.problems, command: id })
  const decision = { child: everyRecord, id, kind: 'hold', reason: found.value.reason } as const
  const outcome = await decideRetention(app, who.visitor, who.author, decision)
  return outcome.kind === 'not-found' ? { kind: 'not-found' } : seeing(`${path}/all`)
}
