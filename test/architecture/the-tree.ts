import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const theHouse = fileURLToPath(new URL('../..', import.meta.url))

/** What no commit holds: the folders that .gitignore names, and git's own. */
const left = new Set(['.git', ...ignored()])
const binary = /[.](png|jpg|ico|woff2?|gz|br|pdf)$/

/** Every text file of the project, by its path from the root; what is not committed yet as well. */
export function textFiles(): readonly string[] {
  return under('').filter((path) => !binary.test(path) && path !== 'package-lock.json')
}

export function textOf(path: string): string {
  return readFileSync(join(theHouse, path), 'utf8')
}

function under(folder: string): readonly string[] {
  return readdirSync(join(theHouse, folder), { withFileTypes: true })
    .filter(({ name }) => !left.has(name))
    .flatMap((found) => {
      const path = join(folder, found.name)
      return found.isDirectory() ? under(path) : found.isFile() ? [path] : []
    })
}

function ignored(): readonly string[] {
  const lines = readFileSync(join(theHouse, '.gitignore'), 'utf8').split('\n')
  return lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))
}
