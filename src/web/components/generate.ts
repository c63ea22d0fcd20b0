import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

/** One parameter of a macro as the package's own macro-options.json describes it. */
type Option = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'object' | 'array' | 'nunjucks-block'
  readonly required: boolean
  readonly description: string
  readonly deprecated?: boolean
  readonly isComponent?: boolean
  readonly params?: readonly Option[]
}

const packaged = new URL('../../../node_modules/govuk-frontend/', import.meta.url)
const written = new URL('./generated/', import.meta.url)
const head = '// Written by generate.ts from the macro-options.json of govuk-frontend. Do not edit.\n'

/** Rows are described as a list of cells, and are a list of such lists. */
const listsOfLists = new Set(['table.rows'])

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The 39 components of the package, by folder name. */
export function componentNames(): readonly string[] {
  const root = new URL('dist/govuk/components/', packaged)
  return readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, root)).includes('macro-options.json'),
    )
    .map((entry) => entry.name)
    .sort()
}

function optionsOf(component: string): readonly Option[] {
  const file = new URL(`dist/govuk/components/${component}/macro-options.json`, packaged)
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Option[]
}

/** What the templates put on the page unescaped: parameters named html, and the slots that only the prose gives away. */
const isMarkup = (option: Option): boolean =>
  /^html$|Html$/.test(option.name) || (option.type === 'string' && /^HTML injected/.test(option.description))

/** Text and html are each "required unless the other is given", which the package can only say in prose. */
const mustBeGiven = (option: Option): boolean => option.required && !/(?:text|html)$/i.test(option.name)

class Writer {
  readonly imports = new Map<string, string>()
  readonly component: string

  constructor(component: string) {
    this.component = component
  }

  /** The members of an object type, one a line. */
  members(options: readonly Option[], path: string, indent: string): string {
    const written = options.filter((option) => option.type !== 'nunjucks-block' && option.deprecated !== true)
    const lines = [...Map.groupBy(written, (option) => option.name)].map(([name, alternatives]) => {
      const types = alternatives.map((option) =>
        this.typeOf(option, options, `${path}.${name}`, `${indent}  `),
      )
      return alternatives.every(mustBeGiven)
        ? `${indent}  readonly ${name}: ${types.join(' | ')}`
        : `${indent}  readonly ${name}?: ${types.join(' | ')} | undefined`
    })
    return `{\n${lines.join('\n')}\n${indent}}`
  }

  private typeOf(option: Option, siblings: readonly Option[], path: string, indent: string): string {
    if (isMarkup(option)) return this.imported('Html', '../../html.ts')
    if (/attributes$/i.test(option.name)) return this.imported('Attributes', '../attributes.ts')
    if (option.type === 'string') return 'string'
    if (option.type === 'integer') return 'number'
    if (option.type === 'boolean') return 'boolean'
    if (option.isComponent === true && option.params === undefined) return this.componentType(option.name)
    if (option.type === 'array') return this.listOf(option, path, indent)
    if (option.params !== undefined) return this.members(option.params, path, indent)
    const items = siblings.find((sibling) => sibling.name === 'items')
    if (/See items/.test(option.description) && items?.params) return this.members(items.params, path, indent)
    return 'Readonly<Record<string, string>>'
  }

  private listOf(option: Option, path: string, indent: string): string {
    if (option.params === undefined) return 'readonly string[]'
    const divider = option.params.find((param) => param.name === 'divider')
    const item = this.members(
      option.params.filter((param) => param !== divider),
      path,
      indent,
    )
    if (divider !== undefined) return `readonly (${item} | { readonly divider: string })[]`
    return listsOfLists.has(path) ? `readonly (readonly ${item}[])[]` : `readonly ${item}[]`
  }

  private componentType(name: string): string {
    return this.imported(pascal(kebab(name)), `./${kebab(name)}.ts`)
  }

  private imported(name: string, from: string): string {
    this.imports.set(name, from)
    return name
  }
}

function fileOf(component: string): string {
  const writer = new Writer(component)
  const body = writer.members(optionsOf(component), component, '')
  const imports = [...writer.imports].map(([name, from]) => `import type { ${name} } from '${from}'\n`)
  return `${head}${imports.join('')}\nexport type ${pascal(component)} = ${body}\n`
}

function mapOf(components: readonly string[]): string {
  const imports = components.map((name) => `import type { ${pascal(name)} } from './${name}.ts'`)
  const members = components.map((name) => `  readonly '${name}': ${pascal(name)}`)
  return `${head}${imports.join('\n')}\n\n/** Each component's parameters, by the component's name. */\nexport type GovukParameters = {\n${members.join('\n')}\n}\n`
}

/** Every generated file: its name in `generated/` and its text. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const components = componentNames()
  return new Map([
    ...components.map((name): [string, string] => [`${name}.ts`, fileOf(name)]),
    ['govuk-parameters.ts', mapOf(components)],
  ])
}

if (import.meta.main) {
  for (const [name, text] of generatedFiles()) writeFileSync(new URL(name, written), text)
}
