import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** By which secret this installation shows an identity provider that it is itself: by issuer. They stand in the
    environment, or in a file of the data folder that its own account alone may read, and nowhere else. */
export interface ProviderSecrets {
  readonly secretOf: (issuer: string) => string | undefined
  readonly whereOf: (issuer: string) => 'environment' | 'data folder' | 'nowhere'
  /** Into the data folder's file, in place of an earlier one. */
  readonly keep: (issuer: string, secret: string) => void
}

/** What holds the secrets cannot be used, and why, in words without a secret. */
export class SecretsUnfit extends Error {}

type ByIssuer = Readonly<Record<string, string>>

/** `given` is of the environment, and goes before the file. The file is read each time, so that nothing has to be
    started again. Throws SecretsUnfit for a file that others may read, or that is no list of secrets. */
export function providerSecrets(data: string, given: ByIssuer = {}): ProviderSecrets {
  const file = join(data, 'provider-secrets.json')
  const own = (of: ByIssuer, issuer: string) => (Object.hasOwn(of, issuer) ? of[issuer] : undefined)
  const secretOf = (issuer: string) => own(given, issuer) ?? own(readFrom(file), issuer)
  return {
    secretOf,
    whereOf: (issuer) => {
      if (Object.hasOwn(given, issuer)) return 'environment'
      return secretOf(issuer) === undefined ? 'nowhere' : 'data folder'
    },
    keep: (issuer, secret) => {
      const all = { ...readFrom(file), [issuer]: secret }
      mkdirSync(data, { recursive: true, mode: 0o700 })
      const draft = `${file}.${randomUUID()}`
      writeFileSync(draft, JSON.stringify(all, null, 2), { mode: 0o600, flush: true })
      chmodSync(draft, 0o600)
      renameSync(draft, file)
    },
  }
}

/** Undefined for what is not one text for each issuer. */
export function secretsIn(text: string): ByIssuer | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    return Object.values(read).every((secret) => typeof secret === 'string') ? (read as ByIssuer) : undefined
  } catch {
    return undefined
  }
}

function readFrom(file: string): ByIssuer {
  try {
    if ((statSync(file).mode & 0o077) !== 0)
      throw new SecretsUnfit(`Others may read ${file}, which holds secrets: chmod 600 ${file}`)
    const read = secretsIn(readFileSync(file, 'utf8'))
    if (read === undefined) throw new SecretsUnfit(`${file} must be one JSON object: {"ISSUER": "SECRET"}`)
    return read
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
