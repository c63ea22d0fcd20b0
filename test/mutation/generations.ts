import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What our tests are given instead of the packages that they ask for. */
const standIns: Readonly<Record<string, string>> = {
  'node:test': new URL('collector.ts', import.meta.url).href,
  'fast-check': new URL('fewer-cases.ts', import.meta.url).href,
}

/** Modules below one folder, loaded more than once in one process. What a module works out while it loads it works out
    once; a mutant in there needs new copies of its module and of everything that leans on it, and of nothing else. */
export class Generations {
  readonly #root: string
  readonly #importers = new Map<string, Set<string>>()
  readonly #sources = new Map<string, string>()
  #generation = 0
  #renewed: ReadonlySet<string> = new Set()

  constructor(folder: string) {
    this.#root = pathToFileURL(`${folder}/`).href
    registerHooks({
      resolve: (specifier, context, next) => {
        if (context.parentURL?.startsWith(this.#root) !== true) return next(specifier, context)
        const standIn = standIns[specifier]
        if (standIn !== undefined) return { url: standIn, shortCircuit: true }
        const resolved = next(specifier, context)
        if (!resolved.url.startsWith(this.#root)) return resolved
        this.#leans(withoutGeneration(context.parentURL), resolved.url)
        return { ...resolved, url: this.#urlOf(resolved.url) }
      },
      load: (url, context, next) =>
        url.startsWith(this.#root) && /[.]ts(?:[?]|$)/.test(url)
          ? { format: 'module', source: this.#sourceOf(withoutGeneration(url)), shortCircuit: true }
          : next(url, context),
    })
  }

  import(file: string): Promise<unknown> {
    return import(this.#urlOf(pathToFileURL(file).href)) as Promise<unknown>
  }

  /** From here on `file` and everything that leans on it are new copies. */
  renew(file: string): void {
    this.#generation += 1
    this.#renewed = new Set(this.#steps(file).keys())
  }

  /** How many imports lie between each file that leans on this one and this one; its own is 0. */
  distances(file: string): ReadonlyMap<string, number> {
    return new Map([...this.#steps(file)].map(([url, steps]) => [fileURLToPath(url), steps]))
  }

  #steps(file: string): ReadonlyMap<string, number> {
    const steps = new Map([[pathToFileURL(file).href, 0]])
    for (const [url, distance] of steps)
      for (const importer of this.#importers.get(url) ?? [])
        if (!steps.has(importer)) steps.set(importer, distance + 1)
    return steps
  }

  #leans(importer: string, imported: string): void {
    const known = this.#importers.get(imported)
    if (known === undefined) this.#importers.set(imported, new Set([importer]))
    else known.add(importer)
  }

  #urlOf(url: string): string {
    return this.#renewed.has(url) ? `${url}?${this.#generation}` : url
  }

  #sourceOf(url: string): string {
    const kept = this.#sources.get(url)
    if (kept !== undefined) return kept
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'))
    this.#sources.set(url, source)
    return source
  }
}

function withoutGeneration(url: string): string {
  return url.replace(/[?].*$/, '')
}
