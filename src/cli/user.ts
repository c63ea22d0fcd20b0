import { organisationKinds, type OrganisationKind } from '../domain/episode/entry.ts'
import { parseLondonDate, type LondonDate } from '../kernel/london.ts'
import type { House, PostAsked, UserAnswer } from './house.ts'
import type { Given, Verb } from './verb.ts'

/** What was typed is missing or cannot be read: one line that says what to type. */
class Unclear extends Error {}

export const userVerb: Verb = {
  name: 'user <act>',
  summary: 'who there is: user organisation, add, post, shift, mail, invite, end, list',
  options: [
    { flags: '--name <name>', summary: 'of the organisation or the shift, or the person’s whole name' },
    { flags: '--sign-in <name>', summary: 'what the person signs in as: their address for mail' },
    { flags: '--organisation <name>', summary: 'where the post is' },
    {
      flags: '--role <role>',
      summary: 'what the person does there: carer, social-worker, duty-team, police …',
    },
    { flags: '--team <name>', summary: 'the team of the post, or none' },
    { flags: '--telephone <number>', summary: 'the number that is answered' },
    { flags: '--all-hours', summary: 'the post is answered at night too' },
    { flags: '--fosters', summary: 'the post is a carer’s who cares in their own home' },
    { flags: '--from <day>', summary: 'the first day of the post, as 2026-11-21; today where not said' },
    { flags: '--until <day>', summary: 'the day on which the post is over' },
    {
      flags: '--post <id>',
      summary: 'the one post to end or to mail, or the posts of a shift with commas between them',
    },
    {
      flags: '--mail <address>',
      summary: 'where notices for a post are sent, which say nothing of a child; without it nowhere',
    },
    {
      flags: '--hours <hours>',
      summary: 'of a shift: office-hours, out-of-hours, or as "mon-fri 17:00-01:00"',
    },
    { flags: '--kind <kind>', summary: `of the organisation: ${organisationKinds.join(', ')}` },
    { flags: '--out-of-hours <number>', summary: 'the number of a council’s duty team at night' },
    { flags: '--levels <words>', summary: 'the risk levels that a force uses, with commas between them' },
    { flags: '--protocol <name>', summary: 'the joint protocol of a council’s area' },
    { flags: '--force <name>', summary: 'the police force of a council’s area' },
  ],
  run: async (house, given) => {
    try {
      return await act(house, given)
    } catch (error) {
      if (!(error instanceof Unclear)) throw error
      console.error(error.message)
      return 1
    }
  },
}

async function act({ users }: House, given: Given): Promise<number> {
  const [asked = ''] = given.words
  switch (asked) {
    case 'organisation':
      return said(given, await users.organisation(organisationFrom(given)))
    case 'add': {
      const [name, signIn] = [text(given, 'name'), text(given, 'signIn')]
      return said(given, await users.add({ name, signIn, ...postFrom(given) }))
    }
    case 'post':
      return said(given, await users.post({ signIn: text(given, 'signIn'), ...postFrom(given) }))
    case 'shift':
      return said(given, await users.shift(shiftFrom(given)))
    case 'mail':
      return said(given, await users.mail(mailFrom(given)))
    case 'invite':
      return said(given, await users.invite(text(given, 'signIn')))
    case 'end':
      return said(given, await users.end(text(given, 'signIn'), optional(given, 'post')))
    case 'list':
      return list(given, await users.list())
    default:
      throw new Unclear(
        `There is no user ${asked}: only organisation, add, post, shift, mail, invite, end and list.`,
      )
  }
}

function organisationFrom(given: Given) {
  const [outOfHours, protocol, force] = [
    optional(given, 'outOfHours'),
    optional(given, 'protocol'),
    optional(given, 'force'),
  ]
  return {
    name: text(given, 'name'),
    kind: kindFrom(text(given, 'kind')),
    telephone: text(given, 'telephone'),
    levels: (optional(given, 'levels') ?? '').split(',').flatMap((word) => word.trim() || []),
    ...(outOfHours !== undefined && { outOfHours }),
    ...(protocol !== undefined && { protocol }),
    ...(force !== undefined && { force }),
  }
}

function kindFrom(word: string): OrganisationKind {
  const kind = organisationKinds.find((one) => one === word)
  if (kind === undefined) throw new Unclear(`--kind must be one of ${organisationKinds.join(', ')}.`)
  return kind
}

function postFrom(given: Given): PostAsked {
  const [team, from, until] = [optional(given, 'team'), day(given, 'from'), day(given, 'until')]
  const mail = optional(given, 'mail')
  return {
    organisation: text(given, 'organisation'),
    role: text(given, 'role'),
    telephone: text(given, 'telephone'),
    allHours: given.options['allHours'] === true,
    ...(given.options['fosters'] === true && { fosters: true }),
    ...(team !== undefined && { team }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(mail !== undefined && { mail }),
  }
}

function shiftFrom(given: Given) {
  const [from, until] = [day(given, 'from'), day(given, 'until')]
  return {
    organisation: text(given, 'organisation'),
    name: text(given, 'name'),
    hours: text(given, 'hours').toLowerCase(),
    posts: (optional(given, 'post') ?? '').split(',').flatMap((id) => id.trim() || []),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
}

function mailFrom(given: Given) {
  const mail = optional(given, 'mail')
  return { post: text(given, 'post'), ...(mail !== undefined && { mail }) }
}

function optional({ options }: Given, name: string): string | undefined {
  const typed = options[name]
  return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
}

function text(given: Given, name: string): string {
  const typed = optional(given, name)
  if (typed === undefined)
    throw new Unclear(`Say --${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.`)
  return typed
}

function day(given: Given, name: string): LondonDate | undefined {
  const typed = optional(given, name)
  if (typed === undefined) return undefined
  const read = parseLondonDate(typed)
  if (read === undefined) throw new Unclear(`--${name} must be a day such as 2026-11-21.`)
  return read
}

function said({ answer }: Given, answered: UserAnswer): number {
  if (answered.kind === 'refused') throw new Unclear(answered.why)
  const { words, ...record } = answered
  answer(words, record)
  return 0
}

type Listed = Awaited<ReturnType<House['users']['list']>>

function list({ answer }: Given, users: Listed): number {
  const lines = users.flatMap(({ name, signIn, waiting, passkeys, ended, posts }) => [
    `${name}, ${signIn}: ${ended === undefined ? standing(waiting, passkeys) : `ended ${ended}`}`,
    ...posts.map(
      ({ id, words, mail }) => `  ${id}  ${words}${mail === undefined ? '' : `, notices to ${mail}`}`,
    ),
  ])
  answer(
    lines.length === 0 ? 'Nobody signs in yet. The first: whereabouts user add.' : lines.join('\n'),
    users,
  )
  return 0
}

function standing(waiting: boolean, passkeys: number): string {
  if (waiting) return 'invited, and not signed in yet'
  return passkeys === 0 ? 'with a password' : `with a password and ${passkeys} passkeys`
}
