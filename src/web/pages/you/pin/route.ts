import { passwordHash } from '../../../../application/passwords.ts'
import { pinIn, pinProblem } from '../../../../application/pins.ts'
import { confirmFirst } from '../../../confirm-first.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { pinPage } from './view.ts'

const path = '/you/pin'
const may = { kind: 'may-use', use: 'have-pin' } as const
const audit = { kind: 'nothing', because: 'the visitor’s own PIN, nothing of a child' } as const

/** Asks first who is there: whoever finds a session open must not make themselves a key. */
export const pinRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit,
    handle: async (visit: Visit) => confirmFirst(visit, path) ?? show(visit),
  },
  {
    method: 'POST',
    path,
    may,
    audit,
    handle: async (visit: Visit) => confirmFirst(visit, path) ?? keep(visit),
  },
]

async function show({ devices, page, query, who }: Visit): Promise<Answer> {
  const hasPin = await devices.hasPin(who.visitor)
  return showing(pinPage(page, { hasPin, done: query.text('done') === 'yes' }))
}

async function keep({ devices, form, page, who }: Visit): Promise<Answer> {
  const pin = pinIn(form.typed('pin'))
  const message = pinProblem(pin)
  const errors = [
    ...(message === undefined ? [] : [{ field: 'pin', message }]),
    ...(message === undefined && pinIn(form.typed('again')) !== pin
      ? [{ field: 'again', message: 'The two are not the same' }]
      : []),
  ]
  if (errors.length > 0)
    return showing(pinPage(page, { hasPin: await devices.hasPin(who.visitor), done: false, errors }), 400)
  await devices.setPin(who.visitor, await passwordHash(pin))
  return seeing(`${path}?done=yes`)
}
