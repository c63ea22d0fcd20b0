import { organisationOf } from '../../domain/child/council.ts'
import { holderOf } from '../../domain/child/holders.ts'
import type { OwnEntry, OwnEntryOf } from '../../domain/protocol/own-record.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { ChildsWords, SharedWords } from '../../domain/episode/childs-words.ts'
import type { ChildId, OrganisationKind } from '../../domain/episode/entry.ts'
import type { Directory } from '../../domain/child/directory.ts'
import type { Visitor } from '../ports.ts'
import type { ComeIn, LookedAtThem, OwedToThem, TheirAbsence, TheirSession } from '../their-own.ts'

/** What a child wrote, whether somebody has read it, and what they were told. */
export interface TheirMessage {
  readonly message: OwnEntryOf<'child-wrote'>
  readonly readBy?: { readonly role: Role; readonly at: Moment }
  readonly answers: readonly OwnEntryOf<'child-answered'>[]
}

/** To what kind of organisation: its name could say where the child lives. Left out of one that is there no more. */
export type PassedOn = Omit<SharedWords, 'with'> & { readonly kind?: OrganisationKind }

export interface TheirPage {
  readonly now: Moment
  readonly name?: string
  /** Who works with them, by name where it is one person. */
  readonly workers: readonly { readonly role: Role; readonly name?: string }[]
  /** Their advocate reads what they wrote and said, as they wish. */
  readonly sharesWords: boolean
  readonly owed: readonly OwedToThem[]
  readonly absences: readonly TheirAbsence[]
  /** Latest first. */
  readonly messages: readonly TheirMessage[]
  readonly words: readonly ChildsWords[]
  /** What of it was given to whom, latest first. */
  readonly shared: readonly PassedOn[]
}

const roles: readonly Role[] = ['social-worker', 'reviewing-officer', 'advocate']

/** What a child reads of their own; undefined where access has ended. Records one look. */
export async function theirPage(app: Application, comeIn: ComeIn): Promise<TheirPage | undefined> {
  const directory = await app.directory()
  return app.store.theirs(comeIn, (session) => pageOf(session, directory, 'what is theirs'))
}

/** The same of a child, for their advocate: without the child's own words where the child has not wished it. Undefined for
    whoever is not their advocate. Records one look. */
export async function besidePage(
  app: Application,
  visitor: Visitor,
  child: ChildId,
): Promise<TheirPage | undefined> {
  const directory = await app.directory()
  return app.store.beside(visitor, (session) => pageOf(session.of(child), directory, 'beside the child'))
}

/** The children whose advocate somebody is, by name. Records one look that names them. */
export function besideWhom(app: Application, visitor: Visitor) {
  return app.store.beside(visitor, async (session) => {
    const children = await session.children()
    await session.look(
      'whose advocate they are',
      children.map(({ child }) => child),
    )
    return children
  })
}

async function pageOf(
  session: Omit<TheirSession, 'looks'>,
  directory: Directory,
  look: string,
): Promise<TheirPage | undefined> {
  const card = await session.card()
  if (card === undefined) return undefined
  await session.look(look)
  const now = await session.now()
  const { words, shared } = await session.said()
  const workers = roles.map((role) => {
    const holder = holderOf(role, card.answerable, directory, now)
    return { role, ...(holder.kind === 'post' && { name: holder.name }) }
  })
  return {
    now,
    ...(card.name !== undefined && { name: card.name }),
    workers,
    sharesWords: card.answerable.workers.advocate?.sharesWords === true,
    owed: await session.owed(),
    absences: await session.absences(),
    messages: messagesOf(await session.messages(), await session.read()),
    words,
    shared: shared.map((one) => passedOn(one, directory)),
  }
}

function passedOn({ with: organisation, ...said }: SharedWords, directory: Directory): PassedOn {
  const kind = organisationOf(directory, organisation)?.kind
  return { ...said, ...(kind && { kind }) }
}

/** Who has looked at their record, latest day first. Records one look. */
export async function theirLooks(
  app: Application,
  comeIn: ComeIn,
): Promise<readonly LookedAtThem[] | undefined> {
  return app.store.theirs(comeIn, async (session) => {
    if ((await session.card()) === undefined) return undefined
    await session.look('who has looked at them')
    return session.looks()
  })
}

function messagesOf(
  entries: readonly OwnEntry[],
  read: Awaited<ReturnType<TheirSession['read']>>,
): readonly TheirMessage[] {
  const answers = entries.filter((one) => one.type === 'child-answered')
  return entries
    .filter((one) => one.type === 'child-wrote')
    .toReversed()
    .map((message) => {
      const by = read.find(({ at }) => at >= message.recorded)
      return {
        message,
        ...(by && { readBy: by }),
        answers: answers.filter(({ body }) => body.wrote === message.id),
      }
    })
}
