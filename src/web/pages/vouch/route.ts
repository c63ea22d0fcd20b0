import { endShift, vouch } from '../../../application/commands/vouch.ts'
import { parseId } from '../../../kernel/ids.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../route.ts'
import { shiftEnd } from './shift.ts'
import { outcomes, vouchPage } from './view.ts'

const path = '/vouch'
const may = { kind: 'may-use', use: 'vouch' } as const

export const vouchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'nothing', because: 'who waits at a device, nothing of a child' },
    handle: show,
  },
  { method: 'POST', path, may, audit: { kind: 'look', what: 'vouched for somebody' }, handle: take },
  {
    method: 'POST',
    path: `${path}/end`,
    may,
    audit: { kind: 'look', what: 'ended the shift of somebody' },
    handle: end,
  },
]

async function show({ devices, page, who, query }: Visit): Promise<Answer> {
  const waiting = await devices.vouching.waiting(who.visitor)
  const shifts = await devices.vouching.shifts(who.visitor)
  const done = outcomes.find((one) => one === query.text('done'))
  return showing(vouchPage({ visit: page, waiting, shifts, ...(done && { done }) }))
}

/** Ending what is over already changes nothing, and the page shows who is still in. */
async function end({ app, devices, who, form }: Visit): Promise<Answer> {
  const shift = parseId<'vouching'>(form.text('shift'))
  const ended = shift !== undefined && (await endShift(app, devices.vouching, who.visitor, shift))
  return seeing(`${path}?done=${ended ? 'ended' : 'over'}`)
}

async function take({ app, devices, page, who, form }: Visit): Promise<Answer> {
  const { vouching } = devices
  const waiting = await vouching.waiting(who.visitor)
  const shifts = await vouching.shifts(who.visitor)
  const [request, typed, hour] = [form.text('request'), form.text('code'), form.text('until')]
  const chosen = waiting.find(({ id }) => id === request)
  const until = shiftEnd(hour, page.now)
  const code = typed.toLowerCase()
  const again = (errors: readonly { readonly field: string; readonly message: string }[]) =>
    showing(
      vouchPage({ visit: page, waiting, shifts, chosen: { request, code: typed, until: hour }, errors }),
      400,
    )
  if (chosen === undefined || until === undefined || !/^[2-9a-z]{4}$/.test(code))
    return again([
      ...(chosen === undefined ? [{ field: 'request', message: 'Choose who it is' }] : []),
      ...(/^[2-9a-z]{4}$/.test(code)
        ? []
        : [{ field: 'code', message: 'Enter the four signs that they read out' }]),
      ...(until === undefined ? [{ field: 'until', message: 'Choose when their shift is over' }] : []),
    ])
  const counted = `vouching: ${chosen.id}`
  if (!(await devices.takeAttempt(counted)))
    return again([{ field: 'code', message: 'That was tried too often. Let them ask again on the device' }])
  if (!(await vouch(app, vouching, who.visitor, { id: chosen.id, code, until })))
    return again([
      { field: 'code', message: 'Those are not the signs on their screen. Let them read them again' },
    ])
  return seeing(`${path}?done=yes`)
}
