import type { CommandName } from '../../domain/episode/command.ts'
import { commands } from '../../domain/episode/command.ts'
import type { EntryType, EpisodeBodies } from '../../domain/episode/entries.ts'
import type { Author, Occurred, ToldBy } from '../../domain/episode/entry.ts'
import { bodies, occurred, toldBy } from './bodies.ts'
import { closed } from './schemas.ts'
import { described, kinds, maybe, object, text, without, type Schema, type Shape } from './shape.ts'
import { occurredAsKept } from './take.ts'

/** What a command asks for: the schema of all that is sent, and how that becomes the body of its entry. */
interface Asking<B> {
  readonly schema: Schema
  readonly toBody: (said: Fields, author: Author) => B
}

type Fields = Readonly<Record<string, unknown>>

const envelope: Shape<{ readonly occurred: Occurred; readonly toldBy?: ToldBy }> = object({
  occurred: described(occurred, 'When it happened, as distinct from when it is written down.'),
  toldBy: maybe(described(toldBy, 'Who said it, where it is written down for another organisation.')),
})

const police = kinds({
  rang: {
    number: text,
    callTaker: text,
    reference: maybe(described(text, 'The log number, if there is one.')),
  },
  accepted: { reference: maybe(text) },
})

const correctedTime = described(occurred, 'When it really happened, where the time was wrong.')

/** Where less is asked than the entry says, or under another name. */
const otherwise: { readonly [T in EntryType]?: Asking<EpisodeBodies[T]> } = {
  'reported-missing': {
    schema: {
      ...bodies['reported-missing'],
      properties: { ...bodies['reported-missing'].properties, police },
    },
    toBody: (said, { post }) => {
      const body = said as unknown as EpisodeBodies['reported-missing']
      // Police accept a report in their own name: nobody is asked in whose.
      return body.police.kind === 'accepted' ? { ...body, police: { ...body.police, post } } : body
    },
  },
  'entry-corrected': {
    schema: {
      ...without(bodies['entry-corrected'], 'needsSecond', 'occurred'),
      properties: {
        ...without(bodies['entry-corrected'], 'needsSecond', 'occurred').properties,
        correctedOccurred: correctedTime,
      },
    },
    toBody: ({ correctedOccurred, ...said }) => {
      const body = { ...(said as unknown as EpisodeBodies['entry-corrected']), needsSecond: false }
      return correctedOccurred === undefined
        ? body
        : { ...body, occurred: occurredAsKept(correctedOccurred as Occurred) }
    },
  },
  'recorded-in-error': {
    schema: without(bodies['recorded-in-error'], 'needsSecond'),
    toBody: (said) => said as unknown as EpisodeBodies['recorded-in-error'],
  },
}

/** What a command asks for, envelope and body in one. The document and the reader both use it. */
export function asked(name: CommandName): Asking<EpisodeBodies[EntryType]> {
  const type = commands[name]
  const asIs: Asking<EpisodeBodies[EntryType]> = {
    schema: bodies[type],
    toBody: (said) => said as unknown as EpisodeBodies[EntryType],
  }
  const { schema, toBody } = otherwise[type] ?? asIs
  return { schema: enveloped(schema), toBody }
}

/** What is asked, with when it happened and who said it. */
export function enveloped(schema: Schema): Schema {
  return closed(joined(envelope, schema))
}

/** The same of what happens by being recorded, which nobody is asked the time of. */
export function envelopedAtOnce(schema: Schema): Schema {
  return closed(joined(without(envelope, 'occurred'), schema))
}

function joined(one: Schema, other: Schema): Schema {
  return {
    type: 'object',
    properties: { ...one.properties, ...other.properties },
    required: [...(one.required ?? []), ...(other.required ?? [])],
  }
}
