/** The visitor has no grant at all on this record. Whoever catches it learns no more than that. */
export class NoGrant extends Error {
  constructor(cause: unknown) {
    super('There is no grant on this record', { cause })
    this.name = 'NoGrant'
  }
}
