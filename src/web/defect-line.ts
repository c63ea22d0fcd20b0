/** A defect, for whoever mends it: what kind it was and where in the code, under the reference that the page showed. Messages
    are left out, because they quote: PostgreSQL shows the row that failed, a parser the text that it could not read. */
export interface DefectLine {
  readonly level: 'error'
  readonly reference: string
  readonly route: string
  /** The defect and what caused it, outermost first. */
  readonly chain: readonly Failure[]
}

interface Failure {
  readonly name: string
  /** Of Node.js, or the SQLSTATE of PostgreSQL. */
  readonly code?: string
  /** Names in the schema that PostgreSQL gives. */
  readonly table?: string
  readonly constraint?: string
  readonly routine?: string
  /** Places in the code, innermost first. */
  readonly at: readonly string[]
}

/** Causes that go in circles end here. */
const longest = 5

export function defectLine(defect: unknown, reference: string, route: string): DefectLine {
  const chain: Failure[] = []
  for (let one = defect; one instanceof Error && chain.length < longest; one = one.cause)
    chain.push(failureOf(one))
  return {
    level: 'error',
    reference,
    route,
    chain: chain.length === 0 ? [{ name: typeof defect, at: [] }] : chain,
  }
}

function failureOf(error: Error): Failure {
  const given = error as unknown as Readonly<Record<string, unknown>>
  const said = ['code', 'table', 'constraint', 'routine'].flatMap((name): (readonly [string, string])[] => {
    const value = given[name]
    return typeof value === 'string' && identifier.test(value) ? [[name, value]] : []
  })
  return {
    name: identifier.test(error.name) ? error.name : 'Error',
    ...(Object.fromEntries(said) as Partial<Failure>),
    at: framesOf(error),
  }
}

/** What a program is called by, and never a sentence. */
const identifier = /^\w{1,63}$/u

/** The message stands at the beginning of a stack, in as many lines as it has, and may look like a place itself. */
function framesOf({ name, message, stack = '' }: Error): readonly string[] {
  const said = stack.indexOf(message)
  const after = said < 0 ? stack.slice(name.length) : stack.slice(said + message.length)
  return after
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
