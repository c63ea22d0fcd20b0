import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const fieldsOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env)
  return read.kind === 'problems' ? read.problems.map(({ field }) => field) : []
}

test('an empty environment is this machine, port 3000, a database of our own, with the demonstration', () => {
  assert.deepEqual(readConfig({}), {
    kind: 'config',
    config: {
      host: '127.0.0.1',
      port: 3000,
      data: resolve('data'),
      databaseUrl: undefined,
      directUrl: undefined,
      roleSecret: undefined,
      demonstration: true,
      photographsFreshFor: 'P3M',
      sessionIdle: 'PT15M',
      sessionLongest: 'PT12H',
      address: undefined,
      backupPassphrase: undefined,
      backupDays: 35,
      disposalRegister: resolve('data/disposals.register'),
      checkpointKey: undefined,
      checkpointFolder: undefined,
      checkpointWebhook: undefined,
      checkpointMail: undefined,
      mailServer: undefined,
      mailFrom: undefined,
      providerSecrets: {},
    },
  })
})

test('an empty or blank value counts as absent', () => {
  assert.deepEqual(readConfig({ PORT: '', DATABASE_URL: '  ', DEMONSTRATION: ' ' }), readConfig({}))
})

test('nothing that is not named here gets in, and nothing can be changed later', () => {
  const read = readConfig({ PGHOST: 'elsewhere', NODE_ENV: 'production' })
  assert.deepEqual(read, readConfig({}))
  assert.ok(read.kind === 'config' && Object.isFrozen(read.config))
})

test('a port is a whole number that a port can have', () => {
  for (const PORT of ['eighty', '-1', '65536', '80.5', '0x'])
    assert.deepEqual(fieldsOf({ PORT }), ['PORT'], PORT)
  for (const PORT of ['0', '1', '65535']) assert.deepEqual(fieldsOf({ PORT }), [], PORT)
})

test('a database URL names a PostgreSQL and a database in it', () => {
  const bad = [
    'localhost',
    'mysql://u:p@h/db',
    'postgres://u:p@h',
    'postgres://u:p@h/',
    'postgres://u:p@h:port/db',
  ]
  for (const DATABASE_URL of bad) assert.deepEqual(fieldsOf({ DATABASE_URL }), ['DATABASE_URL'], DATABASE_URL)
  const good = [
    'postgres://u:p@h:5432/db',
    'postgresql://u@h/db?sslmode=require',
    'postgres://u@localhost/db?host=/run',
  ]
  for (const DATABASE_URL of good) assert.deepEqual(fieldsOf({ DATABASE_URL }), [], DATABASE_URL)
})

test('no problem repeats the password that it was given', () => {
  const read = readConfig({ DATABASE_URL: 'mysql://user:hunter2@host/db' })
  assert.ok(read.kind === 'problems' && !JSON.stringify(read.problems).includes('hunter2'))
})

test('the demonstration runs on no address that others can reach', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org']) {
    assert.deepEqual(fieldsOf({ HOST }), ['DEMONSTRATION'], HOST)
    assert.deepEqual(fieldsOf({ HOST, DEMONSTRATION: 'no' }), [], HOST)
  }
  for (const HOST of ['localhost', '127.0.0.1', '127.8.0.1', '::1'])
    assert.deepEqual(fieldsOf({ HOST }), [], HOST)
})

test('all problems are told at once', () => {
  const env = { PORT: 'x', DATABASE_URL: 'x', DATABASE_ROLE_SECRET: 'short', DEMONSTRATION: 'x' }
  assert.deepEqual(fieldsOf(env), Object.keys(env))
})

test('checkpoints are signed by an Ed25519 key and go out of the house', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  for (const CHECKPOINT_KEY of [pem, Buffer.from(pem).toString('base64')])
    assert.deepEqual(fieldsOf({ CHECKPOINT_KEY }), [])
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const wrong = other.export({ type: 'pkcs8', format: 'pem' })
  for (const CHECKPOINT_KEY of [wrong, 'a key', pem.slice(0, 60)])
    assert.deepEqual(fieldsOf({ CHECKPOINT_KEY }), ['CHECKPOINT_KEY'])
  assert.deepEqual(fieldsOf({ CHECKPOINT_FOLDER: './data/out' }), ['CHECKPOINT_FOLDER'])
  assert.deepEqual(fieldsOf({ CHECKPOINT_FOLDER: './data-for-police' }), [])
  for (const CHECKPOINT_WEBHOOK of ['http://example.org/x', 'ftp://example.org', 'example.org'])
    assert.deepEqual(fieldsOf({ CHECKPOINT_WEBHOOK }), ['CHECKPOINT_WEBHOOK'])
  for (const CHECKPOINT_WEBHOOK of ['https://example.org/x', 'http://127.0.0.1:1/x', 'http://[::1]:1/'])
    assert.deepEqual(fieldsOf({ CHECKPOINT_WEBHOOK }), [])
})

test('client secrets of providers are one text for each issuer, or nothing starts', () => {
  for (const PROVIDER_SECRETS of ['secret', '[]', '{"https://a.example": 1}'])
    assert.deepEqual(fieldsOf({ PROVIDER_SECRETS }), ['PROVIDER_SECRETS'], PROVIDER_SECRETS)
  assert.deepEqual(fieldsOf({ PROVIDER_SECRETS: '{"https://a.example": "s"}' }), [])
})

test('a backup is good for a whole number of days', () => {
  for (const BACKUP_DAYS of ['0', '-3', '1.5', 'a month', '3661'])
    assert.deepEqual(fieldsOf({ BACKUP_DAYS }), ['BACKUP_DAYS'], BACKUP_DAYS)
  assert.deepEqual(fieldsOf({ BACKUP_DAYS: '90' }), [])
})

test('the register of disposals lies in the data folder, unless it is named or the database is elsewhere', () => {
  const register = (env: NodeJS.ProcessEnv) => {
    const read = readConfig(env)
    return read.kind === 'config' ? read.config.disposalRegister : 'refused'
  }
  const DATABASE_URL = 'postgres://u:p@h:5432/db'
  assert.equal(register({ DATA: '/srv/wb' }), '/srv/wb/disposals.register')
  assert.equal(register({ DATABASE_URL }), undefined)
  assert.equal(register({ DATABASE_URL, DISPOSAL_REGISTER: '/safe/register' }), '/safe/register')
})
