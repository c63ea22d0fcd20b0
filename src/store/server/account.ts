import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { CannotStart } from './trouble.ts'

/**
 * Who runs PostgreSQL, which refuses to be root. Root becomes nobody in a user namespace of its own, in which
 * root's files look like nobody's: no account is made and no file changes hands.
 */
export type Account =
  | { readonly kind: 'ourselves' }
  | { readonly kind: 'namespace'; readonly uid: number }
  | { readonly kind: 'another'; readonly name: string; readonly uid: number; readonly gid: number }

/** How to start a program as an account: what to pass to `spawn`. */
export type Invocation = {
  readonly command: string
  readonly args: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

/**
 * Chooses the account for a database folder that may not exist yet.
 * A folder that belongs to another account already is run by that account, since no other could open it.
 */
export function accountFor(folder: string): Account {
  const us = process.getuid?.()
  const owner = existsSync(folder) ? statSync(folder) : undefined
  if (us === undefined || us !== 0) {
    if (owner !== undefined && us !== undefined && owner.uid !== us) {
      throw new CannotStart({ kind: 'folder-not-ours', folder })
    }
    return { kind: 'ourselves' }
  }
  const unprivileged = unprivilegedAccount()
  if (owner !== undefined && owner.uid !== 0) {
    return { kind: 'another', name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  if (namespacesAllowed(unprivileged.uid)) return { kind: 'namespace', uid: unprivileged.uid }
  if (owner !== undefined) {
    throw new CannotStart({ kind: 'cannot-leave-root', folder, account: unprivileged.name })
  }
  return { kind: 'another', ...unprivileged }
}

/** What to spawn so that a program runs as the account. */
export function invocation(account: Account, command: string, args: readonly string[]): Invocation {
  switch (account.kind) {
    case 'ourselves':
      return { command, args }
    case 'namespace':
      return { command: 'unshare', args: [...namespaceArgs(account.uid), '--', command, ...args] }
    case 'another':
      return { command, args, uid: account.uid, gid: account.gid }
  }
}

/** Whether the account can enter a folder and run a program, tried by doing it. */
export function canReach(account: Account, folder: string, program: string): boolean {
  const ask = invocation(account, '/bin/sh', [
    '-c',
    'cd -- "$1" && exec "$2" --version',
    'sh',
    folder,
    program,
  ])
  const { command, args, ...as } = ask
  return spawnSync(command, [...args], { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}

const namespaceArgs = (uid: number) => ['--user', `--map-user=${uid}`]

function namespacesAllowed(uid: number): boolean {
  return spawnSync('unshare', [...namespaceArgs(uid), '--', 'true'], { stdio: 'ignore' }).status === 0
}

type Unprivileged = { readonly name: string; readonly uid: number; readonly gid: number }

/** initdb looks its account up by number, so it must be one that the machine has a name for. */
function unprivilegedAccount(): Unprivileged {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
  const named = (wanted: string) => accounts.find(({ name }) => name === wanted)
  return named('nobody') ?? named('postgres') ?? accounts[0] ?? { name: 'nobody', uid: 65534, gid: 65534 }
}
