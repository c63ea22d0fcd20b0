import type { Pool } from 'pg'
import type { ApiToken, TokenId } from '../application/api-tokens.ts'
import type { PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

/** The post that a token acts in, by the token's hash; undefined when there is none or it was revoked. Takes a pool of the
    application, which can ask about one hash and read no list of them. */
export async function postOfToken(app: Pool, hash: Buffer): Promise<PostId | undefined> {
  return withConnection(app, async (client) => {
    const text = 'select whereabouts.post_of_token($1) as post'
    const { rows } = await prepared<{ post: PostId | null }>(client, text, [hash])
    return rows[0]?.post ?? undefined
  })
}

/** Keeps a new token by its hash. Takes a pool of the maintainer. */
export async function keepToken(
  maintainer: Pool,
  token: { readonly id: TokenId; readonly hash: Buffer; readonly post: PostId; readonly name: string },
): Promise<void> {
  await maintainer.query('insert into whereabouts.api_token (id, hash, post, name) values ($1, $2, $3, $4)', [
    token.id,
    token.hash,
    token.post,
    token.name,
  ])
}

/** From now on the token opens nothing. Says whether there was one to revoke. Takes a pool of the maintainer. */
export async function revokeToken(maintainer: Pool, id: TokenId): Promise<boolean> {
  const { rowCount } = await maintainer.query(
    'update whereabouts.api_token set revoked = whereabouts.clock() where id = $1 and revoked is null',
    [id],
  )
  return rowCount === 1
}

interface Row {
  readonly id: TokenId
  readonly post: PostId
  readonly name: string
  readonly created: Moment
  readonly revoked: Moment | null
}

/** Every token that ever was, the newest first. Takes a pool of the maintainer. */
export async function apiTokens(maintainer: Pool): Promise<readonly ApiToken[]> {
  return withConnection(maintainer, async (client) => {
    const text =
      'select id, post, name, created, revoked from whereabouts.api_token order by created desc, id'
    const { rows } = await prepared<Row>(client, text)
    return rows.map(({ revoked, ...token }) => ({ ...token, ...(revoked !== null && { revoked }) }))
  })
}
