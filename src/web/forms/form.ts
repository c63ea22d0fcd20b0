/** What a browser sent: every field as the texts given for it, nothing trusted yet. */
export class Form {
  readonly #fields: ReadonlyMap<string, readonly string[]>

  constructor(fields: ReadonlyMap<string, readonly string[]>) {
    this.#fields = fields
  }

  static of(sent: unknown): Form {
    const fields = Object.entries(typeof sent === 'object' && sent !== null ? sent : {})
    return new Form(
      new Map(fields.map(([name, value]) => [name, [value].flat().filter((one) => typeof one === 'string')])),
    )
  }

  /** The text of a field without the spaces around it; empty when it was not sent. For what is read as a value. */
  text(name: string): string {
    return this.typed(name).trim()
  }

  /** The same letter by letter, spaces around it too. For what is kept or shown again. */
  typed(name: string): string {
    return this.#fields.get(name)?.[0] ?? ''
  }

  all(name: string): readonly string[] {
    return this.#fields.get(name) ?? []
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  entries(): readonly (readonly [string, readonly string[]])[] {
    return [...this.#fields]
  }
}

export const emptyForm = new Form(new Map())
