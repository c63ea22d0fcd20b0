import type { Schema } from './shape.ts'

/** The same schema that lets no other name pass, all the way down: for what is asked, where a name that nobody knows is
    a mistake. Answers stay open, so that what they gain breaks nobody. */
export function closed(schema: Schema): Schema {
  const inside = within(schema, closed)
  return inside.properties === undefined ? inside : { ...inside, additionalProperties: false }
}

export type Components = Map<string, Schema>

/** The same schema with everything that has a title put among the components, and a reference in its place. */
export function hoisted(schema: Schema, components: Components): Schema | { readonly $ref: string } {
  const inside = within(schema, (part) => hoisted(part, components) as Schema)
  if (schema.title === undefined) return inside
  components.set(schema.title, inside)
  return { $ref: `#/components/schemas/${schema.title}` }
}

/** A schema with each schema directly in it replaced. */
function within(schema: Schema, replaced: (part: Schema) => Schema): Schema {
  const { properties, items, oneOf, additionalProperties } = schema
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, part]) => [name, replaced(part)]),
      ),
    }),
    ...(items && { items: replaced(items) }),
    ...(oneOf && { oneOf: oneOf.map(replaced) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: replaced(additionalProperties),
    }),
  }
}
