import { postAt } from '../../../application/author.ts'
import type { Device } from '../../../application/devices.ts'
import { pinIn, tryPin } from '../../../application/pins.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { seeing, showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { firstPage, openHere, ownPath } from '../../way-in.ts'
import { firstRoutes } from './first/route.ts'
import { deviceHere, worksAt } from './works-here.ts'
import { homeDoor, noDevicePage, phoneDoor, wallDoor } from './view.ts'

const may = { kind: 'anyone' } as const
const names = { kind: 'nothing', because: 'who works here and what to ring, nothing of a child' } as const
const look = { kind: 'look', what: 'sign-in on a device' } as const

/** The door of an enrolled device. */
export const hereRoutes: readonly Route[] = [
  { method: 'GET', path: '/here', may, audit: names, handle: show },
  { method: 'POST', path: '/here', may, audit: look, handle: enterWithPin },
  { method: 'POST', path: '/here/open', may, audit: look, handle: open },
  { method: 'GET', path: '/here/enrol', may, audit: names, handle: askForCode },
  { method: 'POST', path: '/here/enrol', may, audit: names, handle: enrol },
  { method: 'POST', path: '/here/leave', may, audit: names, handle: leave },
  ...firstRoutes,
]

async function show(visit: OpenVisit): Promise<Answer> {
  const device = await deviceHere(visit)
  if (device === undefined) {
    visit.door.unenrol()
    return seeing('/sign-in')
  }
  return doorOf(visit, device)
}

type Again = { readonly chosen: string; readonly errors: readonly FieldError[] }

async function doorOf(visit: OpenVisit, device: Device, again?: Again): Promise<Answer> {
  const { app, door, page, form, query } = visit
  const directory = await app.directory()
  const ended = { held: door.holding, byItself: door.session?.state === 'expired' }
  const shown = { visit: page, directory, ended, to: toOf(again === undefined ? query : form, device) }
  const status = again === undefined ? 200 : 400
  switch (device.kind) {
    case 'home': {
      const posts = worksAt(directory, device, page.now)
      return showing(homeDoor({ ...shown, device, posts, ...again }), status)
    }
    case 'foster-carer': {
      const post = postAt(directory, device.post, page.now)
      if (post === undefined) return showing(noDevicePage(page, directory))
      return showing(phoneDoor({ ...shown, device, name: post.personName }), status)
    }
    case 'wallboard':
      return showing(wallDoor({ ...shown, device }), status)
  }
}

function toOf(sent: OpenVisit['form'], device: Device): string {
  const [asked, first] = [sent.text('to'), firstPage(device.kind)]
  const path = asked === '' ? first : ownPath(asked)
  return path === '/board' ? first : path
}

async function enterWithPin(visit: OpenVisit): Promise<Answer> {
  const { door, devices, form, app, page } = visit
  const device = await deviceHere(visit)
  if (device?.kind !== 'home' || door.enrolled === undefined) return seeing('/here')
  const chosen = form.text('post')
  const posts = worksAt(await app.directory(), device, page.now)
  const post = posts.find(({ id }) => id === parseId(chosen))
  const pin = pinIn(form.typed('pin'))
  const errors = [
    ...(post === undefined ? [{ field: 'post', message: 'Choose your name' }] : []),
    ...(pin === '' ? [{ field: 'pin', message: 'Enter your PIN' }] : []),
  ]
  if (post === undefined || errors.length > 0) return doorOf(visit, device, { chosen, errors })
  const tried = await tryPin(devices, { secret: door.enrolled, device: device.id, post: post.id, pin })
  if (tried.kind === 'in') {
    const ends = tried.who.until
    return openHere(
      visit,
      'home',
      { ...tried.visitor, how: 'device:pin', ...(ends && { ends }) },
      toOf(form, device),
    )
  }
  await door.refused(tried.person, `PIN, ${tried.why}`)
  return doorOf(visit, device, { chosen, errors: [{ field: 'pin', message: refusals[tried.why] }] })
}

const refusals = {
  wrong:
    'That is not the PIN of this name. If you have none yet, go to: My name is not there, or I have no PIN',
  'too many tries':
    'That was tried too often on this device. Wait 15 minutes, or ring whoever is on call: they can let you in. If a child is missing, ring now',
}

/** One press opens it: what shows who is here is the device itself. */
async function open(visit: OpenVisit): Promise<Answer> {
  const device = await deviceHere(visit)
  if (device === undefined || device.kind === 'home') return seeing('/here')
  const post = postAt(await visit.app.directory(), device.post, visit.page.now)
  if (post === undefined) return seeing('/here')
  const opening = { person: post.person, post: post.id, how: `device:${device.kind}` } as const
  return openHere(visit, device.kind, opening, toOf(visit.form, device))
}

async function askForCode({ app, page }: OpenVisit): Promise<Answer> {
  return showing(noDevicePage(page, await app.directory()))
}

async function enrol({ app, page, form, devices, door }: OpenVisit): Promise<Answer> {
  const secret = await devices.enrol(form.text('code'))
  const device = secret === undefined ? undefined : await devices.here(secret)
  if (secret === undefined || device === undefined) {
    const message = 'That code is not good, or no longer. Ask for another'
    return showing(noDevicePage(page, await app.directory(), [{ field: 'code', message }]), 400)
  }
  await door.end()
  door.enrol(secret, device.kind)
  return seeing('/here')
}

/** Only in the demonstration: a device that was enrolled for real is ended by whoever keeps it. */
async function leave({ door, page }: OpenVisit): Promise<Answer> {
  if (!page.demonstration) return { kind: 'not-found' }
  await door.end()
  door.unenrol()
  return seeing('/sign-in')
}
