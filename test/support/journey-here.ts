import type { Page } from 'playwright-core'
import type { CastName } from '../../src/cli/demonstration/cast.ts'
import { newId } from '../../src/application/ids.ts'
import { inventedPin } from '../../src/application/invented-devices.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import type { DeviceOnStage, PageState, States } from './journey-states.ts'

const filled = (at: DeviceOnStage | undefined, path: string, as?: CastName, status = 200): PageState => ({
  kind: 'filled',
  ...(at && { at }),
  ...(as && { as }),
  path,
  status,
})
const sent = (state: PageState, status = 400, sends: PageState['sends'] = {}): PageState => ({
  ...state,
  kind: 'error',
  status,
  sends,
})

/** A form that was sent without a token that is good. */
const away = (form: string): PageState => ({
  ...sent(filled(undefined, '/you', 'karl'), 403, { _csrf: 'x' }),
  form,
})

/** The board on each kind of device: a foster carer's telephone has none. */
const boardOnDevices: readonly PageState[] = [
  filled('wall', '/board', 'wall'),
  filled('tablet', '/board', 'ruth'),
  filled('telephone', '/board', 'marian', 403),
]

/** Pages of enrolled devices, and what is refused on them. */
export const hereStates: States = {
  'GET /here': [
    filled('tablet', '/here'),
    filled('telephone', '/here'),
    filled(undefined, '/here'),
    ...boardOnDevices,
  ],
  'POST /here': [sent(filled('tablet', '/here')), sent(filled('tablet', '/here'), 400, { pin: '111111' })],
  'POST /here/open': [sent(filled('telephone', '/here'), 403, { _csrf: 'x' })],
  'GET /here/enrol': [filled(undefined, '/here/enrol')],
  'POST /here/enrol': [
    sent(filled(undefined, '/here/enrol')),
    sent(filled(undefined, '/here/enrol'), 400, { code: 'aaaaa-aaaaa' }),
  ],
  'POST /here/leave': [
    { ...sent(filled(undefined, '/you', 'ruth'), 403, { _csrf: 'x' }), form: '/here/leave' },
  ],
  'GET /here/first': [filled('tablet', '/here/first')],
  'POST /here/first': [sent(filled('tablet', '/here/first'))],
  'GET /here/first/:request': [filled('tablet', `/here/first/${newId()}`, undefined, 404)],
  'POST /here/first/:request': [away('/here/first/x')],
  'POST /here/first/:request/vouch': [away('/here/first/x/vouch')],
  'GET /vouch': [filled(undefined, '/vouch', 'joan')],
  'POST /vouch': [away('/vouch')],
  'POST /vouch/end': [away('/vouch/end')],
  'GET /devices': [filled(undefined, '/devices', 'karl'), filled(undefined, '/devices', 'gwen')],
  'POST /devices': [{ ...sent(filled(undefined, '/devices', 'clare')), form: '/devices' }],
  'POST /devices/end': [away('/devices/end')],
  'GET /you/pin': [filled(undefined, '/you/pin', 'ruth')],
  'POST /you/pin': [sent(filled(undefined, '/you/pin', 'ruth'))],
  'POST /sign-in/device': [
    { ...sent(filled(undefined, '/you', 'ruth'), 403, { _csrf: 'x' }), form: '/sign-in/device' },
  ],
}

/** Makes the browser of a page one of the invented devices, and lets somebody in on it. */
export async function standBefore(page: Page, device: DeviceOnStage, as?: CastName): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`button[name=device][value=${device}]`).click()
  await page.waitForURL('**/here')
  if (as === undefined) return
  if (device === 'tablet') {
    await page.getByLabel(cast[as].post.personName, { exact: true }).check()
    await page.getByLabel('Your PIN').fill(inventedPin)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL('**/board')
  } else if (device === 'telephone') {
    await page.getByRole('button', { name: 'Report a child who is missing' }).click()
    await page.waitForURL('**/report')
  } else await page.waitForURL('**/board')
}
