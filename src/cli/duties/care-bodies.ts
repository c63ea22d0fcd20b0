import type { CareBodies } from '../../domain/episode/care-bodies.ts'
import { means } from '../../domain/episode/entry.ts'
import { flag, listOf, oneOf, role, shape, text } from './reading.ts'
import type { FieldsOf } from './return-bodies.ts'

const yesNo = oneOf(['yes', 'no', 'not-known'])

export const careMissing = shape({
  strands: listOf(shape({ code: text, title: text, heldBy: role, actions: listOf(text), time: text })),
  edition: text,
  danger: yesNo,
  harmByWorker: flag,
  complaint: flag,
})

/** How each field of `data` is read, of Care that is missing. */
export const careFields: { readonly [T in keyof CareBodies]: FieldsOf<T> } = {
  'care-reported-missing': { to: role, who: text, means: oneOf(means), account: text },
  'care-located': { seenBy: text, howKnown: text, where: text },
  'care-returned': { seenBy: text, how: text, childSays: yesNo, childsWords: text },
  'care-conversation-held': {
    with: text,
    chosenByChild: flag,
    holdsIt: flag,
    harm: yesNo,
    whileAway: text,
    whatHelps: text,
  },
  'care-repair-agreed': { what: text, by: text },
  'care-prevention-agreed': { keep: text, ifMissing: text, afterwards: text },
}
