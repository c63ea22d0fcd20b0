import { randomUUID } from 'node:crypto'
import { isMailbox, noMailbox } from './application/mail.ts'
import type { House, UserAnswer } from './cli/house.ts'
import { settledKind } from './store/account-keeping.ts'
import { keepDirectory, readDirectory } from './store/directory.ts'
import { withPool } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

type Asked = Parameters<House['users']['mail']>[0]

/** What `user mail` does: says where notices for one post are sent, or that they are sent nowhere. */
export function keepMail(connections: Connections, { post, mail }: Asked): Promise<UserAnswer> {
  return withPool(connections.maintainer, 1, async (pool) => {
    if ((await settledKind(pool, 'live')) === 'demonstration')
      return refused('This is the demonstration, which sends no mail. Name another folder with DATA=/path.')
    if (mail !== undefined && !isMailbox(mail)) return refused(noMailbox)
    const known = (await readDirectory(pool)).posts.find(({ id }) => id === post)
    if (known === undefined) return refused(`There is no post ${post}: see user list.`)
    const { mail: _before, ...without } = known
    await recordRun(pool, randomUUID(), 'user mail', post)
    await keepDirectory(pool, {
      organisations: [],
      posts: [{ ...without, ...(mail !== undefined && { mail }) }],
    })
    const where = mail === undefined ? 'nowhere' : `to ${mail}`
    return { kind: 'done', id: post, words: `Notices for ${known.personName} are sent ${where}.` }
  })
}

function refused(why: string): UserAnswer {
  return { kind: 'refused', why }
}
