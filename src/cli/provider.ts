import { readFileSync } from 'node:fs'
import { SecretsUnfit } from '../exchange/provider-secrets.ts'
import type { House } from './house.ts'
import type { Given, Verb } from './verb.ts'

/** What was typed is missing or cannot be read: one line that says what to type. */
class Unclear extends Error {}

export const providerVerb: Verb = {
  name: 'provider <act>',
  summary: 'organisations’ own sign-in, by OpenID Connect: provider add, list, admit, dismiss, remove',
  options: [
    { flags: '--organisation <name>', summary: 'whose people it knows: its name or its id' },
    { flags: '--issuer <url>', summary: 'its URL, exactly as its tokens say it' },
    { flags: '--client-id <id>', summary: 'what it calls this installation' },
    {
      flags: '--secret <file>',
      summary: 'a file with the client secret, - for standard input; it is put into the data folder',
    },
    { flags: '--name <words>', summary: 'on the button; the organisation’s name where not said' },
    { flags: '--claim <name>', summary: 'which claim says who somebody is; email where not said' },
    {
      flags: '--domain <domains>',
      summary: 'mail domains whose people come in without being named, with commas',
    },
    { flags: '--role <role>', summary: 'as what they come in' },
    { flags: '--via <urls>', summary: 'other addresses that its sign-in passes through, with commas' },
    { flags: '--id <id>', summary: 'which provider, by its id in the list' },
    {
      flags: '--person <name>',
      summary: 'whom to admit or dismiss: their whole name, or the id of the person',
    },
    { flags: '--as <value>', summary: 'what that claim says of them: their address for mail' },
  ],
  run: async (house, given) => {
    try {
      return await act(house, given)
    } catch (error) {
      if (!(error instanceof Unclear || error instanceof SecretsUnfit)) throw error
      console.error(error.message)
      return 1
    }
  },
}

async function act({ providers }: House, given: Given): Promise<number> {
  const [asked = ''] = given.words
  switch (asked) {
    case 'add':
      return add(providers, given)
    case 'list':
      return list(providers, given)
    case 'admit': {
      const who = { id: text(given, 'id'), person: text(given, 'person'), as: text(given, 'as') }
      const admitted = await providers.admit(who)
      if (admitted.kind === 'refused') throw new Unclear(admitted.why)
      given.answer(`${who.person} may sign in there as ${who.as}, and as nobody else.`, admitted)
      return 0
    }
    case 'dismiss': {
      const who = { id: text(given, 'id'), person: text(given, 'person') }
      const dismissed = await providers.dismiss(who)
      if (dismissed.kind === 'refused') throw new Unclear(dismissed.why)
      given.answer(`${who.person} signs in there no longer, and is signed out.`, dismissed)
      return 0
    }
    case 'remove': {
      const id = text(given, 'id')
      if (!(await providers.remove(id)))
        throw new Unclear(`There is no provider ${id} that still lets anybody in.`)
      given.answer('Nobody signs in through it from now on, and whoever was in is signed out.', {
        id,
        removed: true,
      })
      return 0
    }
    default:
      throw new Unclear(`There is no provider ${asked}: only add, list, admit, dismiss and remove.`)
  }
}

async function add(providers: House['providers'], given: Given): Promise<number> {
  const [name, secret] = [optional(given, 'name'), optional(given, 'secret')]
  const domains = several(given, 'domain')
  const role = domains.length === 0 ? '' : text(given, 'role')
  const added = await providers.add({
    organisation: text(given, 'organisation'),
    issuer: text(given, 'issuer'),
    clientId: text(given, 'clientId'),
    claim: optional(given, 'claim') ?? 'email',
    domains: domains.map((domain) => ({ domain: domain.toLowerCase(), role })),
    via: several(given, 'via'),
    ...(name !== undefined && { name }),
    ...(secret !== undefined && { secret: secretIn(secret) }),
  })
  if (added.kind === 'refused') throw new Unclear(added.why)
  const { id, register } = added
  const words = [
    `Added: ${id}`,
    `Its secret: ${secretInWords[added.secret]}`,
    'Register with it:',
    `  where it sends people back   ${register.redirect}`,
    `  after signing out            ${register.afterSignOut}`,
    `  back-channel logout          ${register.backChannel}`,
    `Then say who is who: whereabouts provider admit --id ${id} --person NAME --as VALUE`,
  ]
  given.answer(words.join('\n'), added)
  return 0
}

const secretInWords = {
  environment: 'in the environment, PROVIDER_SECRETS',
  'data folder': 'in the data folder, provider-secrets.json',
  nowhere: 'none, so it is asked as a public client',
} as const

async function list(providers: House['providers'], { answer }: Given): Promise<number> {
  const all = await providers.list()
  const lines = all.map(({ id, name, organisation, issuer, claim, people, domains, secret, removed }) =>
    [
      `${id}  ${name}, of ${organisation}: ${issuer}, by ${claim}, ${people} admitted`,
      ...domains.map(({ domain, role }) => `everybody of ${domain} as ${role}`),
      `secret in: ${secret}`,
      ...(removed === undefined ? [] : [`removed ${removed}`]),
    ].join(', '),
  )
  answer(lines.length === 0 ? 'There are no providers.' : lines.join('\n'), all)
  return 0
}

/** Never as an argument: others on the machine can read those. */
function secretIn(file: string): string {
  try {
    const secret = readFileSync(file === '-' ? 0 : file, 'utf8').trim()
    if (secret !== '') return secret
  } catch {
    throw new Unclear(`The file ${file} cannot be read.`)
  }
  throw new Unclear(`There is no secret in ${file}.`)
}

function optional({ options }: Given, name: string): string | undefined {
  const typed = options[name]
  return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
}

function text(given: Given, name: string): string {
  const typed = optional(given, name)
  if (typed !== undefined) return typed
  throw new Unclear(`Say --${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.`)
}

function several(given: Given, name: string): readonly string[] {
  return (optional(given, name) ?? '').split(',').flatMap((word) => word.trim() || [])
}
