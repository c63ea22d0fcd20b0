import { randomUUID } from 'node:crypto'
import { organisationOf, postAt } from './application/author.ts'
import { newId } from './application/ids.ts'
import { isMailbox, noMailbox } from './application/mail.ts'
import type { House, PostAsked, UserAnswer } from './cli/house.ts'
import type { Directory, Organisation, Post } from './domain/child/directory.ts'
import type { OrganisationId, PersonId } from './domain/episode/entry.ts'
import { roleLabel, roles, rolesApart } from './domain/episode/roles.ts'
import { parseId } from './kernel/ids.ts'
import { londonDate } from './kernel/london.ts'
import { momentOf } from './kernel/moment.ts'
import { rebuildReadSide } from './maintaining.ts'
import {
  accountsHeld,
  addAccount,
  endAccount,
  invite,
  settledKind,
  type ListedAccount,
} from './store/account-keeping.ts'
import { keepDirectory, readDirectory } from './store/directory.ts'
import { withPool, type Connected } from './store/pool.ts'
import { recordRun } from './store/record-run.ts'
import type { Connections } from './store/server/connections.ts'

/** The maintainer's work on who there is. Each run is recorded with its reason; what a change of posts means for who may
    read which child is worked out in the same run. */

type Users = House['users']

/** How long an invitation is good. */
const hours = 72

const refused = (why: string): UserAnswer => ({ kind: 'refused', why })

/** Runs work on a database that is no demonstration. */
async function onLive(
  { maintainer }: Connections,
  work: (pool: Connected, directory: Directory) => Promise<UserAnswer>,
): Promise<UserAnswer> {
  return withPool(maintainer, 1, async (pool) => {
    if ((await settledKind(pool, 'live')) === 'demonstration')
      return refused(
        'This is the demonstration, in which everybody is invented. Name another folder with DATA=/path.',
      )
    return work(pool, await readDirectory(pool))
  })
}

export function keepOrganisation(
  connections: Connections,
  { name, kind, telephone, outOfHours, levels, protocol, force }: Parameters<Users['organisation']>[0],
): ReturnType<Users['organisation']> {
  return onLive(connections, async (pool, { organisations }) => {
    const named = (wanted: string) => organisations.find((one) => one.name === wanted)
    const police = force === undefined ? undefined : named(force)
    if (force !== undefined && police?.kind !== 'police')
      return refused(`There is no police force named ${force}.`)
    const known = named(name)
    const made: Organisation = {
      id: known?.id ?? newId<'organisation'>(),
      name,
      kind,
      telephone,
      ...(outOfHours !== undefined && { outOfHoursTelephone: outOfHours }),
      levels,
      ...(protocol !== undefined && { jointProtocol: protocol }),
      ...(police && { force: police.id }),
    }
    await recordRun(pool, randomUUID(), 'user organisation', `${made.id}: ${name}`)
    await keepDirectory(pool, { organisations: [made], posts: [] })
    await workOutGrants(connections)
    return {
      kind: 'done',
      id: made.id,
      words: `${name} is ${known === undefined ? 'kept' : 'brought up to date'}.`,
    }
  })
}

export function addUser(
  connections: Connections,
  asked: Parameters<Users['add']>[0],
  address: string,
): ReturnType<Users['add']> {
  return onLive(connections, async (pool, directory) => {
    const accounts = await accountsHeld(pool)
    if (accounts.some(({ signIn }) => signIn === asked.signIn.toLowerCase()))
      return refused(`Somebody signs in as ${asked.signIn} already. For another post of theirs: user post.`)
    const person = newId<'person'>()
    const post = postOf(directory, { ...asked, person, name: asked.name })
    if (typeof post === 'string') return refused(post)
    await recordRun(pool, randomUUID(), 'user add', `${person}, in post ${post.id}`)
    await keepDirectory(pool, { organisations: [], posts: [post] })
    await addAccount(pool, person, asked.signIn)
    await workOutGrants(connections)
    return invited(pool, person, `${asked.name} is ${inWords(directory, post)}.`, address)
  })
}

export function addPost(
  connections: Connections,
  asked: Parameters<Users['post']>[0],
): ReturnType<Users['post']> {
  return onLive(connections, async (pool, directory) => {
    const account = await accountNamed(pool, asked.signIn)
    if (account === undefined) return refused(`Nobody signs in as ${asked.signIn}.`)
    const name = nameOf(directory, account.person)
    const post = postOf(directory, { ...asked, person: account.person, name })
    if (typeof post === 'string') return refused(post)
    await recordRun(pool, randomUUID(), 'user post', `${account.person}, in post ${post.id}`)
    await keepDirectory(pool, { organisations: [], posts: [post] })
    await workOutGrants(connections)
    return { kind: 'done', id: post.id, words: `${name} is also ${inWords(directory, post)}.` }
  })
}

export function inviteAgain(
  connections: Connections,
  signIn: string,
  address: string,
): ReturnType<Users['invite']> {
  return onLive(connections, async (pool, directory) => {
    const account = await accountNamed(pool, signIn)
    if (account === undefined || account.ended !== undefined) return refused(`Nobody signs in as ${signIn}.`)
    await recordRun(pool, randomUUID(), 'user invite', account.person)
    return invited(pool, account.person, `${nameOf(directory, account.person)} is invited.`, address)
  })
}

/** Ends one post, or a person altogether: posts, account and sessions. What they recorded stays as it is. */
export function endUser(
  connections: Connections,
  signIn: string,
  asked: string | undefined,
): ReturnType<Users['end']> {
  return onLive(connections, async (pool, directory) => {
    const account = await accountNamed(pool, signIn)
    if (account === undefined) return refused(`Nobody signs in as ${signIn}.`)
    const theirs = directory.posts.filter(({ person }) => person === account.person)
    const ending = theirs.filter(({ id }) => asked === undefined || id === parseId(asked))
    if (asked !== undefined && ending.length === 0) return refused(`${signIn} holds no post ${asked}.`)
    await recordRun(
      pool,
      randomUUID(),
      'user end',
      `${account.person}${asked === undefined ? '' : `, post ${asked}`}`,
    )
    const until = today()
    const open = ending.filter((post) => post.until === undefined || post.until > until)
    await keepDirectory(pool, { organisations: [], posts: open.map((post) => ({ ...post, until })) })
    if (asked === undefined) await endAccount(pool, account.person)
    await workOutGrants(connections)
    const what =
      asked === undefined
        ? 'signs in no more'
        : `holds ${open.length === 0 ? 'that post no more' : 'one post less'}`
    return { kind: 'done', id: account.person, words: `${nameOf(directory, account.person)} ${what}.` }
  })
}

export function listUsers({ maintainer }: Connections): ReturnType<Users['list']> {
  return withPool(maintainer, 1, async (pool) => {
    const directory = await readDirectory(pool)
    const now = momentOf(Temporal.Now.instant())
    return (await accountsHeld(pool)).map((account) => {
      const held = directory.posts.filter(
        ({ id, person }) => person === account.person && postAt(directory, id, now) !== undefined,
      )
      const posts = held.map((post) => ({
        id: post.id,
        words: inWords(directory, post),
        ...(post.mail !== undefined && { mail: post.mail }),
      }))
      return { ...account, name: nameOf(directory, account.person), posts }
    })
  })
}

async function accountNamed(pool: Connected, signIn: string): Promise<ListedAccount | undefined> {
  return (await accountsHeld(pool)).find((account) => account.signIn === signIn.toLowerCase())
}

async function invited(
  pool: Connected,
  person: PersonId,
  words: string,
  address: string,
): Promise<UserAnswer> {
  const link = `${address}/invitation/${await invite(pool, person, hours)}`
  return {
    kind: 'done',
    id: person,
    link,
    words: `${words}\nGive them this link yourself. It is good once, for ${hours} hours, and is not shown again:\n${link}`,
  }
}

/** The post that was asked for, or why there can be none. */
function postOf(
  directory: Directory,
  {
    person,
    name,
    role,
    organisation,
    team,
    telephone,
    allHours,
    fosters,
    from,
    until,
    mail,
  }: PostAsked & {
    readonly person: PersonId
    readonly name: string
  },
): Post | string {
  const inside = directory.organisations.find((one) => one.name === organisation || one.id === organisation)
  if (inside === undefined)
    return `There is no organisation named ${organisation}. Add it with: user organisation.`
  const held = [...roles, ...rolesApart].find((one) => one === role)
  if (held === undefined) return `There is no role ${role}. GLOSSARY.md lists them.`
  if (fosters === true && held !== 'carer')
    return `Only a carer fosters, and this post is: ${roleLabel(held)}.`
  if (mail !== undefined && !isMailbox(mail)) return noMailbox
  return {
    id: newId<'post'>(),
    person,
    personName: name,
    organisation: inside.id satisfies OrganisationId,
    ...(team !== undefined && { team }),
    role: held,
    telephone,
    from: from ?? today(),
    ...(until !== undefined && { until }),
    allHours,
    ...(fosters === true && { fosters }),
    ...(mail !== undefined && { mail }),
  }
}

function nameOf({ posts }: Directory, id: PersonId): string {
  return posts.find(({ person }) => person === id)?.personName ?? 'Somebody without a post'
}

function inWords(directory: Directory, { role, team, organisation }: Post): string {
  return [roleLabel(role), team, organisationOf(directory, organisation).name]
    .filter((part) => part !== undefined)
    .join(', ')
}

function today() {
  return londonDate(momentOf(Temporal.Now.instant()))
}

/** Who may read which child follows from who holds which post. */
async function workOutGrants(connections: Connections): Promise<void> {
  await rebuildReadSide(connections, true, () => undefined)
}
