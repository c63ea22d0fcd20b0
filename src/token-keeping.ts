import { randomUUID } from 'node:crypto'
import { apiTokenHash, newApiToken } from './application/api-tokens.ts'
import { organisationOf, postAt } from './application/author.ts'
import { newId } from './application/ids.ts'
import type { House } from './cli/house.ts'
import type { Directory, Post } from './domain/child/directory.ts'
import { roleLabel } from './domain/episode/roles.ts'
import { parseId } from './kernel/ids.ts'
import { momentOf } from './kernel/moment.ts'
import { apiTokens, keepToken, revokeToken } from './store/api-tokens.ts'
import { readDirectory } from './store/directory.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

/** The maintainer's work on tokens. Who made one and ended one is in the record of runs; the token itself is nowhere. */

type Tokens = House['tokens']

export function createToken(
  { maintainer }: Connections,
  asked: string,
  name: string,
): ReturnType<Tokens['create']> {
  return withPool(maintainer, 1, async (pool) => {
    const directory = await readDirectory(pool)
    const [post, ...others] = postsNamed(directory, asked)
    if (post === undefined || others.length > 0)
      return { kind: 'no-post', found: post === undefined ? 0 : others.length + 1 }
    const [id, token] = [newId<'api-token'>(), newApiToken()]
    const hash = apiTokenHash(token)
    if (hash === undefined) throw new Error('A token was made that would not be read as one.')
    await recordRun(pool, randomUUID(), 'token create', `${id} for post ${post.id}: ${name}`)
    await keepToken(pool, { id, hash, post: post.id, name })
    return { kind: 'made', id, token, acts: actsAs(directory, post) }
  })
}

export function listTokens({ maintainer }: Connections): ReturnType<Tokens['list']> {
  return withPool(maintainer, 1, async (pool) => {
    const directory = await readDirectory(pool)
    const tokens = await apiTokens(pool)
    return tokens.map(({ post, ...token }) => {
      const held = directory.posts.find(({ id }) => id === post)
      return { ...token, acts: held === undefined ? post : actsAs(directory, held) }
    })
  })
}

export function endToken({ maintainer }: Connections, asked: string): ReturnType<Tokens['revoke']> {
  return withPool(maintainer, 1, async (pool) => {
    const id = parseId<'api-token'>(asked)
    if (id === undefined) return false
    await recordRun(pool, randomUUID(), 'token revoke', id)
    return revokeToken(pool, id)
  })
}

/** Posts that are held today, by their id or by their holder's whole name. */
function postsNamed(directory: Directory, asked: string): readonly Post[] {
  const today = momentOf(Temporal.Now.instant())
  return directory.posts.filter(
    ({ id, personName }) =>
      (id === parseId(asked) || personName === asked) && postAt(directory, id, today) !== undefined,
  )
}

function actsAs(directory: Directory, { personName, role, organisation }: Post): string {
  return `${personName}, ${roleLabel(role)}, ${organisationOf(directory, organisation).name}`
}
