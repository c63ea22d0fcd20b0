import { comeInByCode, comeInByPin } from '../../application/child-sign-in.ts'
import { writeToUs } from '../../application/commands/write-to-us.ts'
import { newId, requestHash } from '../../application/ids.ts'
import { theirLooks, theirPage } from '../../application/queries/their-own.ts'
import type { ComeIn } from '../../application/their-own.ts'
import { parseId } from '../../kernel/ids.ts'
import { emptyForm } from '../forms/form.ts'
import { formIdIn } from '../forms/form-id.ts'
import { codeAgain, enterAgain, writeAgain } from './not-taken.ts'
import { codePage, enterPage, readChosen, readWritten, writePage, type WhoReads } from './forms.ts'
import type { OwnAnswer, OwnRequest, OwnRoute } from './route.ts'
import { homePage, listPage, plainPage, sentPage } from './views.ts'

const nothing = { kind: 'nothing', because: 'it shows nothing of any child' } as const
const comingIn = { kind: 'look', what: 'that the child came in, or was refused' } as const
type In = OwnRequest & { readonly comeIn: ComeIn }

export const ownRoutes: readonly OwnRoute[] = [
  {
    method: 'GET',
    path: '/mine',
    may: 'the-child',
    audit: { kind: 'look', what: 'what is theirs' },
    handle: home,
  },
  { method: 'GET', path: '/mine/enter', may: 'anyone', audit: nothing, handle: entering },
  {
    method: 'POST',
    path: '/mine/enter',
    may: 'anyone',
    audit: comingIn,
    handle: enter,
    notTaken: enterAgain,
  },
  {
    method: 'POST',
    path: '/mine/invented',
    may: 'anyone',
    audit: comingIn,
    handle: invented,
    notTaken: enterAgain,
  },
  { method: 'GET', path: '/mine/code', may: 'anyone', audit: nothing, handle: choosing },
  {
    method: 'POST',
    path: '/mine/code',
    may: 'anyone',
    audit: comingIn,
    handle: choose,
    notTaken: codeAgain,
  },
  {
    method: 'GET',
    path: '/mine/list',
    may: 'the-child',
    audit: { kind: 'look', what: 'who has looked at them' },
    handle: list,
  },
  { method: 'GET', path: '/mine/write', may: 'the-child', audit: nothing, handle: writing },
  {
    method: 'POST',
    path: '/mine/write',
    may: 'the-child',
    audit: { kind: 'entry', what: 'child-wrote' },
    handle: write,
    atTheDoor: keptAtTheDoor,
    notTaken: writeAgain,
  },
  { method: 'GET', path: '/mine/sent', may: 'the-child', audit: nothing, handle: sent },
  { method: 'POST', path: '/mine/leave', may: 'anyone', audit: nothing, handle: leave, notTaken: leave },
  { method: 'GET', path: '/mine/exit', may: 'anyone', audit: nothing, handle: () => ({ kind: 'exit' }) },
]

const asked = ({ visit, form }: OwnRequest, errors: readonly { field: string; message: string }[] = []) => ({
  visit,
  form,
  errors,
})

function entering({ visit, invented: child }: OwnRequest): OwnAnswer {
  return { kind: 'page', html: enterPage({ visit, form: emptyForm, errors: [] }, child?.name) }
}

function choosing({ visit }: OwnRequest): OwnAnswer {
  return { kind: 'page', html: codePage({ visit, form: emptyForm, errors: [] }) }
}

/** Only where everybody is invented. */
async function invented(request: OwnRequest): Promise<OwnAnswer> {
  const { invented: child, open } = request
  if (child === undefined) return toTheDoor
  await open(child.comeIn, 'demonstration')
  return arrived(request, child.comeIn)
}

/** Home; or to what they had written when their time was over, and has not been sent. */
async function arrived({ app, form, visit }: OwnRequest, comeIn: ComeIn): Promise<OwnAnswer> {
  if (!form.has('words')) return { kind: 'see', location: '/mine' }
  const id = parseId<'command'>(form.text('form')) ?? newId<'command'>()
  const errors = [{ field: 'words', message: 'This is not sent yet. Press Send' }]
  const asked = { visit: { ...visit, isIn: true }, form, errors }
  return { kind: 'page', html: writePage(asked, id, await whoReads({ app, comeIn })) }
}

/** A child may write for longer than they stay in: nothing that they wrote is lost by it. */
function keptAtTheDoor(request: OwnRequest): OwnAnswer {
  const { invented: child } = request
  return { kind: 'page', status: 403, html: enterPage(asked(request), child?.name) }
}

const finish =
  'You, or somebody else, came in on this browser before. Press “Finish” at the top first, and then use the code.'
const later = 'That was tried too often. Wait an hour, or ask your social worker for a new code'

async function enter(request: OwnRequest): Promise<OwnAnswer> {
  const { doors, form, device, open } = request
  const typed = { signIn: form.text('name').trim(), pin: form.text('pin'), ...(device && { device }) }
  const tried = await comeInByPin({ doors }, typed)
  if (tried.kind === 'in') {
    await open(tried.comeIn, 'PIN')
    return arrived(request, tried.comeIn)
  }
  await doors.refused(tried.comeIn, tried.kind === 'too-many' ? 'too many tries' : 'a wrong PIN')
  const message = tried.kind === 'too-many' ? later : 'That name and that PIN do not go together. Try again'
  return { kind: 'page', status: 400, html: enterPage(asked(request, [{ field: 'pin', message }])) }
}

async function choose(request: OwnRequest): Promise<OwnAnswer> {
  const { doors, form, open, visit } = request
  // A code is for whoever holds it and for nobody who has said who they are: what one child was given opens nothing to another.
  if (visit.isIn)
    return { kind: 'page', status: 403, html: plainPage(visit, 'Somebody is in already', finish) }
  const again = (...errors: readonly { field: string; message: string }[]): OwnAnswer => ({
    kind: 'page',
    status: 400,
    html: codePage(asked(request, errors)),
  })
  const chosen = readChosen(form)
  if (!('code' in chosen)) return again(...chosen)
  const tried = await comeInByCode({ doors }, chosen)
  switch (tried.kind) {
    case 'in':
      await open(tried.comeIn, 'a code')
      return { kind: 'see', location: '/mine' }
    case 'taken':
      return again({ field: 'name', message: 'That name cannot be used. Choose another' })
    case 'too-many':
    case 'wrong':
      await doors.refused(undefined, tried.kind === 'wrong' ? 'a wrong code' : 'too many tries')
      return again({
        field: 'code',
        message:
          tried.kind === 'wrong'
            ? 'That code is not right, or is over. A code is good once, and for half an hour'
            : later,
      })
  }
}

async function home({ app, comeIn, visit }: In): Promise<OwnAnswer> {
  const shown = await theirPage(app, comeIn)
  return shown === undefined ? toTheDoor : { kind: 'page', html: homePage(visit, shown) }
}

const toTheDoor = { kind: 'see', location: '/mine/enter' } as const

async function list({ app, comeIn, visit }: In): Promise<OwnAnswer> {
  const looks = await theirLooks(app, comeIn)
  return looks === undefined ? toTheDoor : { kind: 'page', html: listPage(visit, looks) }
}

/** The id of the command stands in the address, as on every form that writes: the way back sends no second message. */
async function writing({ app, comeIn, visit, query }: In): Promise<OwnAnswer> {
  const command = formIdIn(query)
  if (command === undefined) return { kind: 'see', location: `/mine/write?form=${newId<'command'>()}` }
  const readers = await whoReads({ app, comeIn })
  return { kind: 'page', html: writePage({ visit, form: emptyForm, errors: [] }, command, readers) }
}

async function whoReads({ app, comeIn }: Pick<In, 'app' | 'comeIn'>): Promise<WhoReads> {
  const shown = await theirPage(app, comeIn)
  const nameOf = (role: 'social-worker' | 'advocate') => shown?.workers.find((one) => one.role === role)?.name
  const [worker, advocate] = [nameOf('social-worker'), shown?.sharesWords && nameOf('advocate')]
  return { ...(worker && { worker }), ...(advocate && { advocate }) }
}

async function write(request: In): Promise<OwnAnswer> {
  const { app, comeIn, form, visit } = request
  const id = parseId<'command'>(form.text('form')) ?? newId<'command'>()
  const written = readWritten(form)
  if (!('words' in written)) {
    const readers = await whoReads(request)
    return { kind: 'page', status: 400, html: writePage(asked(request, written), id, readers) }
  }
  const key = { id, requestHash: requestHash({ of: comeIn.child, written }) }
  const outcome = await writeToUs(app, comeIn, key, written)
  switch (outcome.kind) {
    case 'done':
      // The address stands in the browser's history: it says nothing either.
      return { kind: 'see', location: written.notSafe ? '/mine/sent?more=yes' : '/mine/sent' }
    case 'may-not':
      return keptAtTheDoor(request)
    case 'command-taken': {
      const says = 'What you sent first has arrived. Open “Write to us” again to send something else.'
      return { kind: 'page', status: 409, html: plainPage(visit, 'That was sent before', says) }
    }
  }
}

function sent({ visit, query }: In): Promise<OwnAnswer> {
  return Promise.resolve({ kind: 'page', html: sentPage(visit, query.text('more') === 'yes') })
}

async function leave({ end }: OwnRequest): Promise<OwnAnswer> {
  await end()
  return { kind: 'see', location: '/mine/enter' }
}
