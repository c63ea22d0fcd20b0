import { anyText, count, described, list, maybe, named, object, type Schema, type Shape } from '../shape.ts'
import { childSummary } from './children.ts'
import { entry } from './entries.ts'

const wrong = object({
  detail: anyText,
  pointer: maybe(described(anyText, 'A JSON pointer into the body, as a fragment (RFC 6901).')),
  header: maybe(anyText),
  parameter: maybe(anyText),
})

const address: Shape<string> = { type: 'string', format: 'uri-reference' }
const anything: Schema = { type: 'object' }

/** RFC 9457, with what this API adds. */
export const problemSchema: Schema = named(
  'Problem',
  object({
    type: described(address, 'One of those that `/problems` lists.'),
    title: anyText,
    status: count,
    detail: described(anyText, 'What is so and what to do instead, in words that can be shown to a person.'),
    errors: maybe(described(list(wrong), 'Each place that is wrong.')),
    refusal: maybe(described(anything, 'What the rule that said no knows; `kind` names it.')),
    since: maybe(described(list(entry), 'What was written since, as far as this post may see it.')),
    candidates: maybe(described(list(childSummary), 'Who may be the same child.')),
    reference: maybe(described(anyText, 'Of a defect: what to tell whoever runs this server.')),
  }),
)
