declare const of: unique symbol

/** A random UUID made by the caller. It says nothing about whom or what it names; lower case, so one id has one text. */
export type Id<Of extends string> = string & { readonly [of]: Of }

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** A UUID of any version, in either case as RFC 9562 asks of a reader; undefined for anything else. */
export function parseId<Of extends string>(text: string): Id<Of> | undefined {
  const lower = text.toLowerCase()
  return uuid.test(lower) ? (lower as Id<Of>) : undefined
}
