import { createPrivateKey } from 'node:crypto'
import { resolve } from 'node:path'
import { freshFor } from './domain/child/photograph.ts'
import { parseWithin, type Within } from './kernel/within.ts'
import { mailProblems } from './config-mail.ts'
import { secretsIn } from './exchange/provider-secrets.ts'

/** Everything that can be set from outside, once, at the start. */
export type Config = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Absolute. Holds the product's own database when `databaseUrl` is undefined. */
  readonly data: string
  readonly databaseUrl: string | undefined
  /** Past a transaction pooler, for the connection that listens. */
  readonly directUrl: string | undefined
  /** What the application roles' passwords derive from where the URL carries no password. */
  readonly roleSecret: string | undefined
  /** The invented people and places, with sign-in by name: never beyond this machine. */
  readonly demonstration: boolean
  /** How long a session lasts without anybody doing anything, and at the longest: ISO 8601, as PT15M and PT12H. */
  readonly sessionIdle: string
  readonly sessionLongest: string
  /** Where people reach the pages, when that is not where they are served. No slash at the end. */
  readonly address: string | undefined
  /** After how long a photograph is said to be old. */
  readonly photographsFreshFor: Within
  /** Seals and opens backups where nobody can be asked. */
  readonly backupPassphrase: string | undefined
  /** For how many days a backup is good. */
  readonly backupDays: number
  /** Absolute. The register of disposals: beside a database of one's own it has no place of itself. */
  readonly disposalRegister: string | undefined
  /** The Ed25519 private key that signs checkpoints, as PEM or its Base64; beside its own database the product makes one. */
  readonly checkpointKey: string | undefined
  /** Absolute. From where another organisation takes checkpoints. */
  readonly checkpointFolder: string | undefined
  /** Where another organisation is sent checkpoints. */
  readonly checkpointWebhook: string | undefined
  /** A mailbox of another organisation that is sent checkpoints. */
  readonly checkpointMail: string | undefined
  /** Who takes mail from us, with the password: smtps://USER:PASSWORD@HOST. */
  readonly mailServer: string | undefined
  /** Whose mail it is. */
  readonly mailFrom: string | undefined
  /** Client secrets of identity providers by issuer. The data folder's file may hold them instead. */
  readonly providerSecrets: Readonly<Record<string, string>> | undefined
}

export type Problem = { readonly field: string; readonly message: string }

export type Read =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Reads the environment, of which an empty value counts as absent. Anything that is not named here is not looked at. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Read {
  const given = (field: string) => {
    const text = env[field]?.trim()
    return text === '' ? undefined : text
  }
  const config: Config = Object.freeze({
    host: given('HOST') ?? '127.0.0.1',
    port: Number(given('PORT') ?? 3000),
    data: resolve(given('DATA') ?? 'data'),
    databaseUrl: given('DATABASE_URL'),
    directUrl: given('DATABASE_DIRECT_URL'),
    roleSecret: given('DATABASE_ROLE_SECRET'),
    demonstration: given('DEMONSTRATION') !== 'no',
    photographsFreshFor: (given('PHOTOGRAPHS_FRESH_FOR') ?? freshFor) as Within,
    sessionIdle: given('SESSION_IDLE') ?? 'PT15M',
    sessionLongest: given('SESSION_LONGEST') ?? 'PT12H',
    address: given('ADDRESS')?.replace(/\/+$/, ''),
    backupPassphrase: given('BACKUP_PASSPHRASE'),
    backupDays: Number(given('BACKUP_DAYS') ?? 35),
    disposalRegister: registerOf(given('DISPOSAL_REGISTER'), given('DATABASE_URL'), given('DATA')),
    checkpointKey: given('CHECKPOINT_KEY'),
    checkpointFolder: resolved(given('CHECKPOINT_FOLDER')),
    checkpointWebhook: given('CHECKPOINT_WEBHOOK'),
    checkpointMail: given('CHECKPOINT_MAIL'),
    mailServer: given('MAIL_SERVER'),
    mailFrom: given('MAIL_FROM'),
    providerSecrets: secretsIn(given('PROVIDER_SECRETS') ?? '{}'),
  })
  const problems = [
    ...portProblems(config.port),
    ...urlProblems('DATABASE_URL', config.databaseUrl),
    ...urlProblems('DATABASE_DIRECT_URL', config.directUrl),
    ...secretProblems(config.roleSecret),
    ...lengthProblems('SESSION_IDLE', config.sessionIdle),
    ...lengthProblems('SESSION_LONGEST', config.sessionLongest),
    ...freshProblems(config.photographsFreshFor),
    ...addressProblems(config.address),
    ...backupProblems(config.backupDays),
    ...checkpointProblems(config),
    ...mailProblems(config),
    ...providerProblems(config),
    ...demonstrationProblems(given('DEMONSTRATION'), config),
  ]
  return problems.length === 0 ? { kind: 'config', config } : { kind: 'problems', problems }
}

function providerProblems({ providerSecrets }: Config): readonly Problem[] {
  if (providerSecrets !== undefined) return []
  return [{ field: 'PROVIDER_SECRETS', message: 'must be one JSON object: {"ISSUER": "SECRET"}' }]
}

function portProblems(port: number): readonly Problem[] {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return []
  return [{ field: 'PORT', message: 'must be a whole number up to 65535, for example PORT=3000' }]
}

function urlProblems(field: string, text: string | undefined): readonly Problem[] {
  if (text === undefined || (URL.canParse(text) && isDatabase(new URL(text)))) return []
  return [{ field, message: 'must look like postgres://user:password@host:5432/database' }]
}

function isDatabase({ protocol, pathname }: URL): boolean {
  return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1
}

function secretProblems(text: string | undefined): readonly Problem[] {
  if (text === undefined || text.length >= 32) return []
  return [{ field: 'DATABASE_ROLE_SECRET', message: 'must have at least 32 characters' }]
}

function lengthProblems(field: string, text: string): readonly Problem[] {
  if (/^PT(?=\d)(\d{1,3}H)?(\d{1,4}M)?(\d{1,5}S)?$/.test(text) && /[1-9]/.test(text)) return []
  return [{ field, message: 'must be a length of time such as PT15M or PT12H' }]
}

function freshProblems(text: string): readonly Problem[] {
  if (parseWithin(text) !== undefined) return []
  return [{ field: 'PHOTOGRAPHS_FRESH_FOR', message: 'must be a length of time such as P3M or P6W' }]
}

function addressProblems(text: string | undefined): readonly Problem[] {
  const url = text === undefined ? undefined : URL.parse(text)
  if (url === undefined || (url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/')) return []
  return [{ field: 'ADDRESS', message: 'must look like https://whereabouts.example.org' }]
}

function backupProblems(days: number): readonly Problem[] {
  if (Number.isInteger(days) && days > 0 && days <= 3660) return []
  return [{ field: 'BACKUP_DAYS', message: 'must be a whole number of days up to 3660, for example 35' }]
}

/** Beside its own database the product keeps it in the data folder. */
function registerOf(
  file: string | undefined,
  url: string | undefined,
  data: string | undefined,
): string | undefined {
  if (file !== undefined) return resolve(file)
  return url === undefined ? resolve(data ?? 'data', 'disposals.register') : undefined
}

function resolved(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : resolve(folder)
}

function checkpointProblems({
  checkpointKey,
  checkpointFolder,
  checkpointWebhook,
  data,
}: Config): readonly Problem[] {
  const problems: Problem[] = []
  if (checkpointKey !== undefined && !isSigningKey(checkpointKey))
    problems.push({
      field: 'CHECKPOINT_KEY',
      message:
        'must be an Ed25519 private key as PEM or its Base64: openssl genpkey -algorithm ed25519 | base64 -w0',
    })
  if (checkpointFolder !== undefined && `${checkpointFolder}/`.startsWith(`${data}/`))
    problems.push({
      field: 'CHECKPOINT_FOLDER',
      message: 'must lie outside DATA, where another organisation takes from',
    })
  if (checkpointWebhook !== undefined && !isSafeAddress(checkpointWebhook))
    problems.push({ field: 'CHECKPOINT_WEBHOOK', message: 'must be an https address' })
  return problems
}

function isSigningKey(text: string): boolean {
  try {
    const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString()
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

/** Plain HTTP goes no further than this machine. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname.replaceAll(/[[\]]/g, '')))
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

function demonstrationProblems(
  text: string | undefined,
  { host, demonstration }: Config,
): readonly Problem[] {
  if (text !== undefined && text !== 'yes' && text !== 'no') {
    return [{ field: 'DEMONSTRATION', message: 'must be yes or no' }]
  }
  if (!demonstration || loopback.test(host)) return []
  const message = `opens every record to whoever asks, so it runs only on this machine: set HOST=127.0.0.1 or DEMONSTRATION=no`
  return [{ field: 'DEMONSTRATION', message }]
}
