import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { CastName } from '../../src/cli/demonstration/cast.ts'
import type { PageState, States } from './journey-states.ts'

const tyler = `/children/${childIdOf('tyler')}`
const jay = `/children/${childIdOf('jay')}`
const filled = (as: CastName, path: string): PageState => ({ kind: 'filled', as, path, status: 200 })
const empty = (as: CastName, path: string): PageState => ({ kind: 'empty', as, path, status: 200 })
const sent = (as: CastName, path: string, more: Partial<PageState> = {}): PageState => ({
  kind: 'error',
  as,
  path,
  status: 400,
  sends: {},
  ...more,
})

const addition = (entry: string, of: string, more: readonly PageState[] = []): States => ({
  [`GET /children/:child/${entry}`]: [filled('sam', `${of}/${entry}`), ...more],
  [`POST /children/:child/${entry}`]: [sent('sam', `${of}/${entry}`)],
})

/** What workers do about a child's own door. The pages behind it are gone through in the journey of the child. */
export const childsDoorStates: States = {
  ...addition('child-access-given', jay, [empty('sam', `${tyler}/child-access-given`)]),
  ...addition('child-access-ended', tyler, [empty('sam', `${jay}/child-access-ended`)]),
  ...addition('child-answered', tyler, [filled('amira', `${tyler}/child-answered`)]),
  'GET /children/:child/code': [filled('sam', `${tyler}/code`), empty('sam', `${jay}/code`)],
  'POST /children/:child/code': [
    sent('sam', `${tyler}/code`, { status: 403, sends: { _csrf: 'x' }, form: `${tyler}/code` }),
  ],
  'GET /beside': [filled('nina', '/beside')],
  'GET /beside/:child': [
    filled('nina', `/beside/${childIdOf('tyler')}`),
    { kind: 'error', as: 'nina', path: `/beside/${childIdOf('jay')}`, status: 404 },
  ],
  'POST /beside/:child/code': [
    sent('nina', `/beside/${childIdOf('tyler')}`, {
      status: 403,
      sends: { _csrf: 'x' },
      form: `/beside/${childIdOf('tyler')}/code`,
    }),
  ],
  'GET /children/:child/messages': [filled('sam', `${tyler}/messages`), empty('sam', `${jay}/messages`)],
}

/** What stands before that door, where nobody is signed in. */
export const beforeTheDoor: readonly PageState[] = ['/mine/enter', '/mine/code'].map((path) => ({
  kind: 'filled',
  path,
  status: 200,
}))
