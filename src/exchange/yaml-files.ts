import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A file of values, and where it stands under the folder that was read. */
export interface YamlFile {
  readonly path: string
  readonly value: unknown
}

/** Every .yaml file under a folder, by path. Throws for a file that is no YAML. */
export async function yamlFilesUnder(folder: string): Promise<readonly YamlFile[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      value: parse(await readFile(join(folder, name), 'utf8')) as unknown,
    })),
  )
}
