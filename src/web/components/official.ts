import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { Html, trusted } from '../html.ts'
import type { Attributes } from './attributes.ts'
import type { GovukParameters } from './generated/govuk-parameters.ts'

const folder = (path: string): string =>
  fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url))

const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([folder('govuk-frontend/dist'), folder('@ministryofjustice/frontend')]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)

/** MoJ's package ships no description of its parameters, so that these two are typed by hand. */
type MojParameters = {
  readonly badge: {
    readonly text?: string
    readonly html?: Html
    readonly classes?: string
    readonly attributes?: Attributes
  }
  readonly alert: {
    readonly variant?: 'information' | 'success' | 'warning' | 'error'
    readonly title: string
    readonly showTitleAsHeading?: boolean
    readonly headingTag?: 'h2' | 'h3' | 'h4'
    readonly text?: string
    readonly html?: Html
    readonly role?: string
    readonly dismissible?: boolean
    readonly classes?: string
    readonly attributes?: Attributes
  }
}

const compiled = new Map<string, nunjucks.Template>()

function templateOf(library: 'govuk' | 'moj', component: string): nunjucks.Template {
  const macro = library + component.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const known = compiled.get(macro)
  if (known !== undefined) return known
  const source = `{%- from "${library}/components/${component}/macro.njk" import ${macro} -%}{{- ${macro}(params) -}}`
  const made = new nunjucks.Template(source, templates, macro, true)
  compiled.set(macro, made)
  return made
}

/**
 * The templates mark only parameters named html as safe. Markup handed to any other parameter is therefore escaped,
 * which is the safe way to be wrong, and the types refuse it first.
 */
function plain(value: unknown): unknown {
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(present.map(([name, member]) => [name, plain(member)]))
}

function rendered(library: 'govuk' | 'moj', component: string, params: unknown): Html {
  return trusted(
    templateOf(library, component)
      .render({ params: plain(params) })
      .trim(),
  )
}

/** A GOV.UK Frontend component, by its official template. */
export function govuk<Name extends keyof GovukParameters>(
  component: Name,
  params: GovukParameters[Name],
): Html {
  return rendered('govuk', component, params)
}

/** An MoJ Frontend component, by its official template. */
export function moj<Name extends keyof MojParameters>(component: Name, params: MojParameters[Name]): Html {
  return rendered('moj', component, params)
}
