/** Stands in for node:test while mutants are tried: it keeps the body of each test, so that the same process can run it
    again under the next mutant. It knows the two pairs of words that our pure tests use; a test that imports anything
    else of node:test does not load. */
export type Collected = { readonly id: string; readonly file: string; readonly body: () => unknown }

let file = ''
let above: readonly string[] = []
let found: Collected[] = []

/** What one file of tests holds; `load` must import it. */
export async function collect(path: string, load: () => Promise<unknown>): Promise<readonly Collected[]> {
  file = path
  above = []
  found = []
  await load()
  return found
}

type Options = { readonly skip?: boolean | string }

export function test(name: string, ...rest: [() => unknown] | [Options, () => unknown]): void {
  const [options, body] = rest.length === 1 ? [{}, rest[0]] : rest
  if (options.skip !== undefined && options.skip !== false) return
  const said = [file, ...above, name].join(' > ')
  const twice = found.filter(({ id }) => id === said || id.startsWith(`${said} #`)).length
  found.push({ id: twice === 0 ? said : `${said} #${twice + 1}`, file, body })
}

export function suite(name: string, body: () => void): void {
  const outside = above
  above = [...outside, name]
  body()
  above = outside
}

export { test as it, suite as describe }
