import { html as escaping } from 'ghtml'

/**
 * Markup that is safe to send: made by `html`, by an official component, or by `trusted` from a constant of ours.
 * The private field makes the type nominal, so that no plain string passes for it.
 */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template: absent pieces render as nothing, arrays are joined without a separator. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.toString()
  if (typeof piece === 'object') return piece.map(render).join('')
  return escaping`${piece}`
}

/**
 * Escapes every piece that is not Html. Each piece goes to the escaper alone: given the whole template it would
 * read a sentence that ends in "!" as an order not to escape what follows.
 */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(literals.reduce((made, literal, index) => made + render(pieces[index - 1]) + literal))
}

/** For markup that this repository or an official template wrote. Never for anything that a person typed. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

/** Pieces with a separator between those that are there. */
export function join(pieces: readonly Piece[], separator: Piece): Html {
  const present = pieces.map(render).filter((piece) => piece !== '')
  return new Html(present.join(render(separator)))
}
