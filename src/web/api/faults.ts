import type { FastifyError } from 'fastify'
import { problem, notValid, type Problem } from './problem.ts'
import { escaped, type Wrong } from './take.ts'

const most = 20

type Found = NonNullable<FastifyError['validation']>[number]

/** What a request did wrong before anyone looked at what it asks; undefined for a fault of ours. */
export function faultOf(error: FastifyError): Problem | undefined {
  if (error.validation !== undefined)
    return notValid(wrongIn(error.validation, error.validationContext === 'querystring' ? undefined : '#'))
  const status = error.statusCode ?? 500
  if (status === 413)
    return problem('too-large', 'Half a megabyte is read at most. Longer accounts are several entries.')
  if (status === 415) return problem('not-json', 'Send it as application/json, in UTF-8.')
  return status < 500 ? problem('not-readable', 'It must be one JSON object, whole and in UTF-8.') : undefined
}

/** What a schema found, place by place: no more than a person reads. `root` is the pointer to what was checked; without
    one it was the query. */
export function wrongIn(found: readonly Found[], root: string | undefined): readonly Wrong[] {
  const places = new Map<string, string>()
  for (const one of found) {
    const place = `${one.instancePath}${nameIn(one.params)}`
    if (!places.has(place)) places.set(place, detailOf(one))
  }
  if (places.size === 0) places.set('', 'is not as it should be')
  return [...places]
    .slice(0, most)
    .map(([place, detail]) =>
      root === undefined ? { parameter: place.slice(1), detail } : { pointer: `${root}${place}`, detail },
    )
}

function nameIn(params: Found['params']): string {
  const name = params['missingProperty'] ?? params['additionalProperty'] ?? params['tag']
  return typeof name === 'string' ? `/${escaped(name)}` : ''
}

function detailOf({ keyword, message, params }: Found): string {
  if (keyword === 'required') return 'is missing'
  if (keyword === 'additionalProperties') return 'is not a name that is known here'
  if (keyword === 'discriminator') return 'is not a kind that is known here'
  if (keyword === 'pattern') return 'must say something'
  const allowed: unknown = params['allowedValues'] ?? params['allowedValue']
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(', ')}`
  if (typeof allowed === 'string' || typeof allowed === 'boolean') return `must be ${allowed.toString()}`
  return message ?? 'is not as it should be'
}
