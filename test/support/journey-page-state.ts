import type { CastName } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import type { CommandName } from '../../src/domain/episode/command.ts'
import type { PageState, States } from './journey-states.ts'

export const tylersNight = 'tyler, back this evening'
export const jaysNight = 'jay, high risk'
export const at = (night: string) => `/episodes/${episodeIdOf(night)}`
export const jay = at(jaysNight)
export const zara = at('zara, worried')
export const tyler = at(tylersNight)

export const filled = (as: CastName | undefined, path: string, status = 200): PageState => ({
  kind: 'filled',
  ...(as && { as }),
  path,
  status,
})
export const empty = (as: CastName, path: string): PageState => ({ kind: 'empty', as, path, status: 200 })
export const unreadable = (as: CastName, path: string): PageState => ({
  kind: 'error',
  as,
  path,
  status: 400,
})
export const sent = (
  as: CastName | undefined,
  path: string,
  status = 400,
  sends: PageState['sends'] = {},
): PageState => ({ kind: 'error', ...(as && { as }), path, status, sends })

/** A form of somebody's own whose token is not good, wherever it stands. */
export const refused = (path: string, form: string): PageState => ({
  ...sent('curtis', path, 403, { _csrf: 'x' }),
  form,
})

/** Both routes of one act: its page, and its form sent with nothing in it and a time that is none. */
export function act(
  command: CommandName,
  as: CastName,
  night: string,
  more: readonly PageState[] = [],
): States {
  const page = `${at(night)}/${command}`
  return {
    [`GET /episodes/:episode/${command}`]: [filled(as, page), ...more],
    [`POST /episodes/:episode/${command}`]: [sent(as, page)],
  }
}
