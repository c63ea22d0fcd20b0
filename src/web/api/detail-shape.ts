import {
  detailKindNames,
  detailKinds,
  fieldsOf,
  type Detail,
  type DetailField,
} from '../../domain/child/detail-kinds.ts'
import {
  anyText,
  constant,
  day,
  described,
  flag,
  maybe,
  object,
  oneOf,
  text,
  type Schema,
  type Shape,
} from './shape.ts'

/** One thing that is known of a child, told apart by its kind: read off the same table as its page. `said` is a text as
    it is sent, or as the record holds it. */
function detailShape(said: Shape<string>): Shape<Detail> {
  const arms = detailKindNames.map((kind): Schema => {
    const fields = fieldsOf(kind).map(([name, field]) => {
      const shape = described(valueOf(field, said), field.label)
      return [name, field.needed === true ? shape : maybe(shape)] as const
    })
    return {
      ...object({ kind: constant(kind), ...Object.fromEntries(fields) }),
      description: detailKinds[kind].called,
    }
  })
  return { type: 'object', discriminator: { propertyName: 'kind' }, oneOf: arms }
}

function valueOf(field: DetailField, said: Schema): Schema {
  switch (field.asks) {
    case 'choice':
      return oneOf(Object.keys(field.options))
    case 'day':
      return day
    case 'yes-no':
      return flag
    case 'line':
    case 'text':
      return said
  }
}

export const detailAsked = detailShape(text)
export const detailAnswered = detailShape(anyText)
