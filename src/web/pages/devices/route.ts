import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { confirmFirst } from '../../confirm-first.ts'
import { textProblem } from '../../forms/text.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { offersOf } from './offers.ts'
import { codePage, devicesPage } from './view.ts'

const path = '/devices'
const may = { kind: 'may-use', use: 'keep-devices' } as const
const audit = { kind: 'nothing', because: 'devices and what they stand for, nothing of a child' } as const

/** Everything here asks first who is there: a device is a door that stays open. */
export const deviceRoutes: readonly Route[] = [
  { method: 'GET', path, may, audit, handle: confirmed(show) },
  { method: 'POST', path, may, audit, handle: confirmed(offer) },
  { method: 'POST', path: `${path}/end`, may, audit, handle: confirmed(end) },
]

function confirmed(handle: (visit: Visit) => Promise<Answer>) {
  return async (visit: Visit): Promise<Answer> => confirmFirst(visit, path) ?? handle(visit)
}

type Again = {
  readonly chosen: { readonly offer: string; readonly name: string }
  readonly errors: readonly FieldError[]
}

async function show(visit: Visit, again?: Again): Promise<Answer> {
  const { devices, page, query, who } = visit
  const kept = await devices.kept(who.visitor)
  const offers = offersOf(who.directory, who.post, page.now)
  const shown = { visit: page, kept, offers, ended: query.text('ended') === 'yes', ...again }
  return showing(devicesPage(shown), again === undefined ? 200 : 400)
}

async function offer(visit: Visit): Promise<Answer> {
  const { devices, page, form, who } = visit
  const [asked, name] = [form.text('offer'), form.text('name')]
  const chosen = offersOf(who.directory, who.post, page.now).find(({ value }) => value === asked)
  const fault =
    name === '' ? 'Enter what the device is called' : textProblem(name, 'The name of the device', 60)
  const errors = [
    ...(chosen === undefined ? [{ field: 'offer', message: 'Choose what the device stands for' }] : []),
    ...(fault === undefined ? [] : [{ field: 'name', message: fault }]),
  ]
  if (chosen === undefined || errors.length > 0)
    return show(visit, { chosen: { offer: asked, name }, errors })
  const code = await devices.offer(who.visitor, { ...chosen.standsFor, name })
  return code === undefined ? { kind: 'may-not' } : showing(codePage(page, name, code))
}

async function end({ devices, form, who }: Visit): Promise<Answer> {
  const id = parseId(form.text('id'))
  if (id === undefined || !(await devices.end(who.visitor, id))) return { kind: 'not-found' }
  return seeing(`${path}?ended=yes`)
}
