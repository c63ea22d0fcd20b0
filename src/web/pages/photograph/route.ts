import { addPhotograph } from '../../../application/commands/add-photograph.ts'
import { newId, requestHash } from '../../../application/ids.ts'
import { childPage, type ChildPage } from '../../../application/queries/child-page.ts'
import { photograph } from '../../../application/queries/photograph.ts'
import { parseId } from '../../../kernel/ids.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import type { FieldError } from '../../components/errors.ts'
import { formIdIn, withFormId } from '../../forms/form-id.ts'
import { emptyForm, type Form } from '../../forms/form.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { additionRefusedInWords } from '../../../domain/child/addition-words.ts'
import { onBehalf } from '../act/on-behalf.ts'
import { hashOfFile, readPhotograph } from './form.ts'
import { addPhotographPage } from './view.ts'

const may = { kind: 'may-register', entry: 'photograph-added' } as const

export const photographRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/children/:child/photograph-added',
    may,
    audit: { kind: 'look', what: 'child' },
    handle: withFormId(asking),
  },
  {
    method: 'POST',
    path: '/children/:child/photograph-added',
    may,
    audit: { kind: 'entry', what: 'photograph-added' },
    takesFile: true,
    handle: taking,
  },
  {
    method: 'GET',
    path: '/children/:child/photographs/:photograph',
    may: { kind: 'signed-in' },
    audit: { kind: 'look', what: 'photograph' },
    handle: show,
  },
]

async function show({ app, who, params }: Visit): Promise<Answer> {
  const child = parseId<'child'>(params['child'] ?? '')
  const entry = parseId<'entry'>(params['photograph'] ?? '')
  const jpeg = child && entry && (await photograph(app, who.visitor, child, entry))
  return jpeg === undefined ? { kind: 'not-found' } : { kind: 'photograph', jpeg }
}

async function asking(visit: Visit): Promise<Answer> {
  const shown = await shownTo(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const command = formIdIn(visit.query) ?? newId<'command'>()
  const asked = { form: visit.typed ?? emptyForm, errors: [], now: shown.now }
  return showing(addPhotographPage({ visit: visit.page, shown, asking: asked, command }))
}

async function taking(visit: Visit): Promise<Answer> {
  const { app, who, form, files, sentFile } = visit
  const shown = await shownTo(visit)
  if (shown === undefined) return { kind: 'not-found' }
  const read = await readPhotograph(form, sentFile, shown.now, files.picture)
  const told = onBehalf.read('told-by', form, shown.now)
  if (read.kind === 'problems' || told.kind === 'problems')
    return again(
      visit,
      shown,
      [read, told].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
    )
  const sent = form.entries().filter(([name]) => name !== '_csrf')
  const key = {
    id: commandId(form),
    requestHash: requestHash({ of: shown.child, sent, file: hashOfFile(sentFile) }),
  }
  const outcome = await addPhotograph(app, {
    visitor: who.visitor,
    author: who.author,
    child: shown.child,
    key,
    ...read.value,
    ...(told.value && { toldBy: told.value }),
    now: shown.now,
  })
  switch (outcome.kind) {
    case 'done':
      return seeing(`/children/${shown.child}?recorded=photograph-added`)
    case 'may-not':
      return { kind: 'may-not' }
    case 'refused':
      return again(visit, shown, [{ field: 'taken', message: additionRefusedInWords(outcome.refusal) }])
    case 'command-taken':
      return again(visit, shown, [], true)
    default:
      return unreachable(outcome)
  }
}

/** The form again, with everything that was typed: a file has to be chosen anew, which no browser lets a page do. */
function again({ page, form }: Visit, shown: ChildPage, errors: readonly FieldError[], used = false): Answer {
  const asked = { form, errors, now: shown.now }
  const command = used ? newId<'command'>() : commandId(form)
  return showing(addPhotographPage({ visit: page, shown, asking: asked, command, used }), used ? 409 : 400)
}

async function shownTo({ app, who, params }: Visit): Promise<ChildPage | undefined> {
  const child = parseId<'child'>(params['child'] ?? '')
  return child === undefined ? undefined : childPage(app, who.visitor, child)
}

function commandId(form: Form): string {
  return parseId<'command'>(form.text('command')) ?? newId<'command'>()
}
