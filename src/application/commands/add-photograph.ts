import type { Refusal } from '../../domain/child/addition-refusal.ts'
import type { ChildBodies } from '../../domain/child/child.ts'
import { photographRule } from '../../domain/child/photograph.ts'
import type { ToldBy } from '../../domain/episode/entry.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { SafePicture } from '../pictures.ts'
import { addUnlessRefused, childEntryOf, type ChildRequest, type RegisterOutcome } from './register-child.ts'

export interface PhotographRequest extends Omit<ChildRequest, 'entries' | 'file'> {
  readonly said: Pick<ChildBodies['photograph-added'], 'taken' | 'shows' | 'suppliedBy'>
  readonly toldBy?: ToldBy
  readonly picture: SafePicture
  readonly now: Moment
}

export type AddPhotographOutcome = RegisterOutcome | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The entry that says what the picture is, and the picture beside it: both or neither. */
export function addPhotograph(
  app: Application,
  { said, toldBy, picture, now, ...request }: PhotographRequest,
): Promise<AddPhotographOutcome> {
  const { bytes, sha256, width, height } = picture
  const body = { ...said, sha256, width, height }
  const written = childEntryOf(request.author, 'photograph-added', { at: now, precision: 'minute' }, body)
  const entry = toldBy === undefined ? written : { ...written, toldBy }
  return addUnlessRefused(app, { ...request, entries: [entry], file: { of: entry.id, bytes } }, (loaded) => {
    const refusal = photographRule(body, loaded.now)
    return refusal && ({ kind: 'refused', refusal } as const)
  })
}
