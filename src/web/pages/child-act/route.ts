import { newId, requestHash } from '../../../application/ids.ts'
import { addToRecord, type AddOutcome } from '../../../application/commands/add-to-record.ts'
import { childEntryOf, wasAdded } from '../../../application/commands/register-child.ts'
import type { CommandKey } from '../../../application/ports.ts'
import { childPage } from '../../../application/queries/child-page.ts'
import { otherRecords } from '../../../application/queries/other-records.ts'
import type { AddedType } from '../../../domain/child/addition.ts'
import type { ToldBy } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import type { FieldError } from '../../components/errors.ts'
import { formIdIn, withFormId } from '../../forms/form-id.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { textProblem } from '../../forms/text.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { onBehalf } from '../act/on-behalf.ts'
import { childWords } from '../episode/child-words.ts'
import { refusedAt, type About, type Added, type ChildAct } from './act.ts'
import { childActs } from './acts.ts'
import { childActPage } from './view.ts'

/** One page that asks and one that takes the answer, for everything that is added to a child's own record. */
export const childActRoutes: readonly Route[] = childActs.flatMap((act) =>
  routesOf(act.path, act.entry, () => act),
)

/** The same where the address says which questions are asked. */
export function routesOf(
  under: string,
  entry: AddedType,
  actOf: (visit: Visit) => ChildAct | undefined,
): readonly Route[] {
  const path = `/children/:child/${under}`
  const may = { kind: 'may-register', entry } as const
  const withAct = (handle: (act: ChildAct, visit: Visit) => Promise<Answer>) => (visit: Visit) => {
    const act = actOf(visit)
    return act === undefined ? Promise.resolve<Answer>({ kind: 'not-found' }) : handle(act, visit)
  }
  return [
    {
      method: 'GET',
      path,
      may,
      audit: { kind: 'look', what: 'child' },
      handle: withFormId(withAct(asking)),
    },
    {
      method: 'POST',
      path,
      may,
      audit: { kind: 'entry', what: entry },
      handle: withAct(taking),
    },
  ]
}

async function asking(act: ChildAct, visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const command = formIdIn(visit.query) ?? newId<'command'>()
  const asked = { form: visit.typed ?? emptyForm, errors: [], now: about.page.now }
  return showing(childActPage({ visit: visit.page, act, about, command, asking: asked }))
}

async function taking(act: ChildAct, visit: Visit): Promise<Answer> {
  const about = await aboutOf(visit)
  if (about === undefined) return { kind: 'not-found' }
  const read = act.read(about, visit.form)
  const told = onBehalf.read('told-by', visit.form, about.page.now)
  if (read.kind === 'problems' || told.kind === 'problems') {
    if (await wasAdded(visit.app, visit.who.visitor, about.page.child, keyOf(act, about, visit.form)))
      return done(act, about)
    const errors = [read, told].flatMap((one) => (one.kind === 'problems' ? one.problems : []))
    return again(act, about, visit, errors)
  }
  const outcome = await added(act, about, visit, read.value, told.value)
  switch (outcome.kind) {
    case 'done':
      return done(act, about)
    case 'may-not':
      return { kind: 'may-not' }
    case 'refused':
      return again(act, about, visit, [refusedAt(act.entry, read.value.occurred, outcome.refusal)])
    case 'command-taken':
      return again(act, about, visit, [], true)
    default:
      return unreachable(outcome)
  }
}

function done(act: ChildAct, { page }: About): Answer {
  return seeing(`/children/${page.child}${act.leadsTo ?? ''}?recorded=${act.path}`)
}

/** The form as it was sent, and not what it means now: a second press a minute later is the same request. */
function keyOf(act: ChildAct, { page }: About, form: Form): CommandKey {
  const sent = form.entries().filter(([name]) => name !== '_csrf')
  return { id: commandId(form), requestHash: requestHash({ of: page.child, act: act.path, sent }) }
}

function added(
  act: ChildAct,
  about: About,
  { app, who, form }: Visit,
  { occurred, body }: Added,
  toldBy: ToldBy | undefined,
): Promise<AddOutcome> {
  const { visitor, author } = who
  const written = childEntryOf(author, act.entry, occurred, body)
  const entry = toldBy === undefined ? written : { ...written, toldBy }
  return addToRecord(app, { visitor, author, child: about.page.child, key: keyOf(act, about, form), entry })
}

/** The form again, with everything that was typed, under the same command unless that one is spent. */
function again(
  act: ChildAct,
  about: About,
  { page, form }: Visit,
  errors: readonly FieldError[],
  used = false,
): Answer {
  const made = childActPage({
    visit: page,
    act,
    about,
    command: used ? newId<'command'>() : commandId(form),
    asking: { form, errors, now: about.page.now },
    used,
  })
  return showing(made, used ? 409 : 400)
}

async function aboutOf({ app, params, form, query, who }: Visit): Promise<About | undefined> {
  const id = parseId<'child'>(params['child'] ?? '')
  const page = id === undefined ? undefined : await childPage(app, who.visitor, id)
  if (page === undefined) return undefined
  const sought = form.text('other')
  // What cannot be looked for is said at its question.
  const isSought = sought !== '' && textProblem(sought, 'The other record', 200) === undefined
  const named = parseId<'entry'>(form.text('named') || query.text('entry'))
  return {
    page,
    ...(named !== undefined && { named }),
    directory: who.directory,
    child: childWords(page.record, page.now),
    candidates: isSought ? await otherRecords(app, who.visitor, page.child, sought) : [],
  }
}

/** A page that was tampered with gets a new id: it cannot be a retry of anything. */
function commandId(form: Form): string {
  return parseId<'command'>(form.text('command')) ?? newId<'command'>()
}
