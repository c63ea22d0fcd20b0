import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { ago, does, type Ask } from './api-story-asking.ts'

const { ruth, noor } = cast

export const first = episodeIdOf('tyler, back this evening')

interface Heard {
  readonly second: string
  readonly held: unknown
  readonly served: unknown
}

/** How many minutes ago each happened. */
interface Ago {
  readonly away: number
  readonly back: number
  readonly heard: number
}

/** Tyler is away again and back again, is heard about both times, and the interview is on the record of the second. */
export async function heardAboutBoth(
  ask: Ask,
  { away, back, heard }: Ago = { away: 1, back: 0, heard: 0 },
): Promise<Heard> {
  const then = (minutes: number) => ({ occurred: { at: ago(minutes), precision: 'minute' } })
  const begun = await ask('POST', `/children/${childIdOf('tyler')}/episodes`, {
    by: ruth,
    body: {
      noticed: then(away).occurred,
      how: 'noticed',
      concern: { expectedAt: 'Oakfield House', whereabouts: 'unknown', authorisation: 'late' },
      threshold: { worriedNow: false, why: 'His bus is late' },
      together: [],
    },
  })
  assert.equal(begun.status, 201, begun.text)
  const second = String(begun.body['episode'])
  const home = { to: 'Oakfield House', how: 'by-themselves' }
  await does(ask, ruth, 'record-return', { ...then(back), ...home }, second)
  const said = {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Both of us',
  }
  const held = (await does(ask, noor, 'record-interview', { ...then(heard), ...said }, second)).body['entry']
  const of = { episode: second, interview: held }
  const served = (await does(ask, noor, 'record-interview-served', of, first)).body['entry']
  return { second, held, served }
}
