import type { Application } from '../application/carry-out.ts'
import type { Visitor } from '../application/ports.ts'
import { parseId } from '../kernel/ids.ts'

/** What was asked for, as far as it is a record: a refusal of anything else is one of the post. */
interface Asked {
  readonly method: string
  /** The pattern of the route, and not the address. */
  readonly route: string
  readonly params: unknown
}

/** Keeps that somebody was refused, before they are told: of whatever record the address names, there or not. */
export async function keepRefusal({ store }: Application, visitor: Visitor, asked: Asked): Promise<void> {
  await store.refused(visitor, idsIn(asked.params), `${asked.method} ${asked.route}`)
}

/** Nothing is there, or nothing that this visitor may see. A page that never was is no refusal. */
export function namesARecord(params: unknown): boolean {
  return idsIn(params).length > 0
}

function idsIn(params: unknown): readonly string[] {
  return Object.values(params as Readonly<Record<string, string>>).flatMap((value) => parseId(value) ?? [])
}
