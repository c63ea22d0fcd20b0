import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const hash = promisify(argon2)

/** What a guess costs: 46 MiB, as OWASP asks for one pass. Kept with each password, so that they can be raised. */
const cost = { memory: 47_104, passes: 1, parallelism: 1 } as const

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

function derived(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return hash('argon2id', { message, nonce, memory, passes, parallelism, tagLength: 32 })
}

/** Argon2id under a salt of its own, in the text that other programs write too. */
export async function passwordHash(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derived(password, nonce, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

/** Whether a password is the one that was hashed. Without a hash it takes as long, and is wrong. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const read = form.exec(hashed ?? '')
  if (read === null) {
    await derived(password, randomBytes(16), cost)
    return false
  }
  const [, memory, passes, parallelism, nonce = '', tag = ''] = read
  const asked = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const found = await derived(password, Buffer.from(nonce, 'base64'), asked)
  return timingSafeEqual(found, Buffer.from(tag, 'base64'))
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]{43})$/

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** Length is what makes a password hard to guess; signs and numbers are not asked for. */
export const shortestPassword = 12
const longestPassword = 200

/** What is wrong with a new password, as its own field says it; undefined for a good one. */
export function passwordProblem(password: string, names: readonly string[]): string | undefined {
  if (password === '') return 'Enter a password'
  if (password.length < shortestPassword)
    return `The password must have at least ${shortestPassword} characters. Three words that do not belong together will do`
  if (password.length > longestPassword) return `The password must have at most ${longestPassword} characters`
  if (!password.isWellFormed() || password.includes('\0'))
    return 'The password has a character in it that cannot be kept. Choose another'
  const plain = password.toLowerCase()
  const known = names
    .flatMap((name) => name.toLowerCase().split(/[\s@.]+/))
    .filter(({ length }) => length > 3)
  if (new Set(plain).size < 5 || /^(?:password|qwerty|letmein|welcome|12345)/.test(plain))
    return 'That password is too easy to guess. Three words that do not belong together will do'
  if (known.some((name) => plain.replace(name, '').length < shortestPassword - 4))
    return 'The password must not be your own name with a little added'
  return undefined
}
