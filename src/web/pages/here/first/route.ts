import { postAt } from '../../../../application/author.ts'
import { vouch } from '../../../../application/commands/vouch.ts'
import type { Device } from '../../../../application/devices.ts'
import type { LettingIn } from '../../../../application/letting-in.ts'
import { passwordHash } from '../../../../application/passwords.ts'
import { pinIn, pinProblem, tryPin } from '../../../../application/pins.ts'
import type { Directory, Post } from '../../../../domain/child/directory.ts'
import { parseId } from '../../../../kernel/ids.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import type { FieldError } from '../../../components/errors.ts'
import { textProblem } from '../../../forms/text.ts'
import { seeing, showing, type Answer, type OpenVisit, type Route } from '../../../route.ts'
import { openHere } from '../../../way-in.ts'
import { shiftEnd } from '../../vouch/shift.ts'
import { deviceHere, worksAt } from '../works-here.ts'
import { choosePinPage, firstPage, overPage, waitingPage } from './view.ts'

const path = '/here/first'
const may = { kind: 'anyone' } as const
const names = { kind: 'nothing', because: 'who asks to be let in, nothing of a child' } as const

/** For whoever has no PIN: nobody reads or writes anything here before somebody has vouched for them. */
export const firstRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: names,
    handle: atHome((visit, at) => Promise.resolve(asking(visit, at))),
  },
  { method: 'POST', path, may, audit: names, handle: atHome(ask) },
  { method: 'GET', path: `${path}/:request`, may, audit: names, handle: atHome(requested(show)) },
  {
    method: 'POST',
    path: `${path}/:request`,
    may,
    audit: { kind: 'look', what: 'sign-in: device:vouched' },
    handle: atHome(requested(goIn)),
  },
  {
    method: 'POST',
    path: `${path}/:request/vouch`,
    may,
    audit: { kind: 'look', what: 'vouched for somebody' },
    handle: atHome(requested(vouchHere)),
  },
]

interface AtHome {
  readonly device: Extract<Device, { kind: 'home' }>
  /** Of the device. */
  readonly secret: string
  readonly directory: Directory
}

interface Asked extends AtHome {
  readonly request: string
  readonly asked: LettingIn
}

/** Elsewhere than on the device of a home there is no such page. */
function atHome(handle: (visit: OpenVisit, at: AtHome) => Promise<Answer>) {
  return async (visit: OpenVisit): Promise<Answer> => {
    const device = await deviceHere(visit)
    const secret = visit.door.enrolled
    if (device?.kind !== 'home' || secret === undefined) return { kind: 'not-found' }
    return handle(visit, { device, secret, directory: await visit.app.directory() })
  }
}

function requested(handle: (visit: OpenVisit, at: Asked) => Promise<Answer>) {
  return async (visit: OpenVisit, at: AtHome): Promise<Answer> => {
    const request = parseId(visit.params['request'] ?? '')
    const asked = request && (await visit.devices.vouching.here(at.secret, request))
    if (request === undefined || asked === undefined) return { kind: 'not-found' }
    return handle(visit, { ...at, request, asked })
  }
}

type Again = { readonly chosen: string; readonly name: string; readonly errors: readonly FieldError[] }

function asking({ page }: OpenVisit, { device, directory }: AtHome, again?: Again): Answer {
  const posts = worksAt(directory, device, page.now)
  return showing(firstPage({ visit: page, device, directory, posts, ...again }), again ? 400 : 200)
}

async function ask(visit: OpenVisit, at: AtHome): Promise<Answer> {
  const { form, page, devices } = visit
  const [chosen, name] = [form.text('post'), form.text('name')]
  const post = worksAt(at.directory, at.device, page.now).find(({ id }) => id === chosen)
  const errors = askingProblems(post, chosen, name)
  if (errors.length > 0) return asking(visit, at, { chosen, name, errors })
  const request = await devices.vouching.ask(at.secret, {
    name: post?.personName ?? name,
    ...(post && { post: post.id }),
  })
  return seeing(request === undefined ? '/here' : `${path}/${request}`)
}

function askingProblems(post: Post | undefined, chosen: string, name: string): readonly FieldError[] {
  if (post !== undefined) return []
  if (chosen !== 'new') return [{ field: 'post', message: 'Choose your name, or: My name is not there' }]
  if (!/\S\s+\S/.test(name)) return [{ field: 'name', message: 'Enter your first and last name' }]
  const message = textProblem(name, 'Your name', 80)
  return message === undefined ? [] : [{ field: 'name', message }]
}

function show(visit: OpenVisit, at: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  const { page, form } = visit
  const frame = { ...at, visit: page, errors }
  const status = errors.length > 0 ? 400 : 200
  if (at.asked.state === 'ready') return Promise.resolve(showing(choosePinPage(frame), status))
  if (at.asked.state !== 'waiting') return Promise.resolve(showing(overPage(frame)))
  const vouchers = vouchersAt(at, page.now)
  const chosen = { voucher: form.text('voucher'), until: form.text('until') }
  return Promise.resolve(showing(waitingPage({ ...frame, vouchers, chosen }), status))
}

/** Whoever is on call for the home or manages it. */
function vouchersAt({ directory, device }: AtHome, now: Moment): readonly Post[] {
  return directory.posts.filter(
    ({ id, organisation, team, role }) =>
      organisation === device.organisation &&
      (team === undefined || team === device.home) &&
      (role === 'home-on-call' || role === 'provider-manager') &&
      postAt(directory, id, now) !== undefined,
  )
}

async function goIn(visit: OpenVisit, at: Asked): Promise<Answer> {
  const { form, devices } = visit
  if (at.asked.state !== 'ready') return show(visit, at)
  const pin = pinIn(form.typed('pin'))
  const message = pinProblem(pin)
  if (message !== undefined) return show(visit, at, [{ field: 'pin', message }])
  if (pinIn(form.typed('again')) !== pin)
    return show(visit, at, [{ field: 'again', message: 'The two are not the same' }])
  const letIn = await devices.vouching.takeUp(at.secret, at.request, await passwordHash(pin))
  if (letIn === undefined) return seeing('/here')
  const { person, post, until } = letIn
  return openHere(visit, 'home', { person, post, how: 'device:vouched', ends: until }, '/report')
}

/** Whoever vouches stands at the device, and says so with their own PIN. */
async function vouchHere(visit: OpenVisit, at: Asked): Promise<Answer> {
  const { app, form, page, devices, door } = visit
  if (at.asked.state !== 'waiting') return show(visit, at)
  const post = vouchersAt(at, page.now).find(({ id }) => id === form.text('voucher'))
  const until = shiftEnd(form.text('until'), page.now)
  const pin = form.typed('pin')
  if (post === undefined || until === undefined || pin === '')
    return show(visit, at, [
      ...(post === undefined ? [{ field: 'voucher', message: 'Choose who vouches' }] : []),
      ...(pin === '' ? [{ field: 'pin', message: 'Enter their PIN' }] : []),
      ...(until === undefined ? [{ field: 'until', message: 'Choose when their shift is over' }] : []),
    ])
  const tried = await tryPin(devices, { secret: at.secret, device: at.device.id, post: post.id, pin })
  if (tried.kind === 'refused') {
    await door.refused(tried.person, `PIN, ${tried.why}`)
    const message =
      tried.why === 'wrong' ? 'That is not the PIN of this name' : 'That was tried too often. Wait 15 minutes'
    return show(visit, at, [{ field: 'pin', message }])
  }
  const { code } = at.asked
  const isDone = await vouch(app, devices.vouching, tried.visitor, { id: at.request, code, until })
  if (!isDone) return show(visit, at, [{ field: 'voucher', message: 'Somebody else has to vouch for them' }])
  return seeing(`${path}/${at.request}`)
}
