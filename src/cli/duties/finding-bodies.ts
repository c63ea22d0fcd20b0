import { namedKinds, type FindingBodies } from '../../domain/episode/finding-bodies.ts'
import { flag, kinds, moment, role, shape, text } from './reading.ts'
import type { FieldsOf } from './return-bodies.ts'

const somebody = { name: text, known: text }
const learned = shape({
  what: kinds({
    factor: { code: text, edition: text, label: text },
    ...Object.fromEntries(namedKinds.map((kind) => [kind, somebody])),
  }),
  quote: text,
  reason: text,
})
const agreed = shape({ what: text, service: text, shownBy: text })
const saidOnce = { open: text, restricted: text, intelligence: text }

/** How each field of `data` is read, of what was learned and what became of it. */
export const findingFields: { readonly [T in keyof FindingBodies]: FieldsOf<T> } = {
  'finding-recorded': {
    from: text,
    ofConcern: flag,
    owner: role,
    open: learned,
    restricted: learned,
    intelligence: learned,
  },
  'finding-released': { finding: text },
  'finding-kept': { finding: text, why: text },
  'findings-compared': {
    finding: text,
    other: shape({ episode: text, finding: text }),
    same: flag,
    why: text,
  },
  'action-agreed': {
    finding: text,
    owner: role,
    byWhen: moment,
    with: text,
    name: text,
    open: agreed,
    restricted: agreed,
    intelligence: agreed,
  },
  'no-action-decided': { finding: text, ...saidOnce },
  'action-done': { action: text, ...saidOnce },
  'action-ended': { action: text, ...saidOnce },
}
