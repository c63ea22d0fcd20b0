import type { House } from './house.ts'
import type { Given, Verb } from './verb.ts'

export const tokenVerb: Verb = {
  name: 'token <act>',
  summary:
    'let a machine act in one post: token create --post POST --name NAME; token list; token revoke --id ID',
  options: [
    {
      flags: '--post <post>',
      summary: 'the post: its id, or the name of whoever holds it where that names one',
    },
    { flags: '--name <name>', summary: 'which machine, in words' },
    { flags: '--id <id>', summary: 'the token to revoke, by its id in the list' },
  ],
  run: async (house, given) => {
    const [act = ''] = given.words
    if (act === 'create') return create(house, given)
    if (act === 'list') return list(house, given)
    if (act === 'revoke') return revoke(house, given)
    return trouble(`There is no token ${act}: only create, list and revoke.`)
  },
}

async function create(house: House, { options, answer }: Given): Promise<number> {
  const { post, name } = options
  if (typeof post !== 'string') return trouble('Say in which post it acts: --post POST.')
  if (typeof name !== 'string' || name.trim() === '') return trouble('Say which machine it is: --name NAME.')
  const made = await house.tokens.create(post, name.trim())
  if (made.kind === 'no-post')
    return trouble(
      made.found === 0
        ? `No post is held by ${post} today.`
        : `${made.found} posts are held by ${post}: name one by its id.`,
    )
  const { id, token, acts } = made
  answer(
    `${token}\nIt acts as ${acts}, and is not shown again. To end it: whereabouts token revoke --id ${id}`,
    { id, token, acts },
  )
  return 0
}

async function list(house: House, { answer }: Given): Promise<number> {
  const tokens = await house.tokens.list()
  const lines = tokens.map(
    ({ id, name, acts, created, revoked }) =>
      `${id}  ${name}, as ${acts}, made ${created}${revoked === undefined ? '' : `, revoked ${revoked}`}`,
  )
  answer(lines.length === 0 ? 'There are no tokens.' : lines.join('\n'), tokens)
  return 0
}

async function revoke(house: House, { options, answer }: Given): Promise<number> {
  const { id } = options
  if (typeof id !== 'string') return trouble('Say which: --id ID, from whereabouts token list.')
  if (!(await house.tokens.revoke(id))) return trouble(`There is no token ${id} that still opens anything.`)
  answer('It opens nothing from now on.', { id, revoked: true })
  return 0
}

function trouble(line: string): number {
  console.error(line)
  return 1
}
