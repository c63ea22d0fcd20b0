import { holderOf } from '../../domain/child/holders.ts'
import type { OwnEntry, OwnEntryOf } from '../../domain/protocol/own-record.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { ComeIn, LookedAtThem, OwedToThem, TheirSession } from '../their-own.ts'

/** What a child wrote, whether somebody has read it, and what they were told. */
export interface TheirMessage {
  readonly message: OwnEntryOf<'child-wrote'>
  readonly readBy?: { readonly role: Role; readonly at: Moment }
  readonly answers: readonly OwnEntryOf<'child-answered'>[]
}

export interface TheirPage {
  readonly now: Moment
  readonly name?: string
  /** Who works with them, by name where it is one person. */
  readonly workers: readonly { readonly role: Role; readonly name?: string }[]
  readonly owed: readonly OwedToThem[]
  /** Latest first. */
  readonly messages: readonly TheirMessage[]
  readonly words: Awaited<ReturnType<TheirSession['words']>>
}

const roles: readonly Role[] = ['social-worker', 'reviewing-officer']

/** What a child reads of their own; undefined where access has ended. Records one look. */
export async function theirPage(app: Application, comeIn: ComeIn): Promise<TheirPage | undefined> {
  const directory = await app.directory()
  return app.store.theirs(comeIn, async (session) => {
    const card = await session.card()
    if (card === undefined) return undefined
    await session.look('what is theirs')
    const now = await session.now()
    const workers = roles.map((role) => {
      const holder = holderOf(role, card.answerable, directory, now)
      return { role, ...(holder.kind === 'post' && { name: holder.name }) }
    })
    return {
      now,
      ...(card.name !== undefined && { name: card.name }),
      workers,
      owed: await session.owed(),
      messages: messagesOf(await session.messages(), await session.read()),
      words: await session.words(),
    }
  })
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
