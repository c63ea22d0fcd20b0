import type { Application } from '../../application/carry-out.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { AuditLine, Permission, SignedIn } from '../route.ts'
import { notValid, type Problem, type ProblemKind } from './problem.ts'
import type { Schema, Shape } from './shape.ts'
import { take, type Wrong } from './take.ts'

export const tags = {
  episodes: 'One absence of one child: read it, begin it, and everything that is written in it.',
  children: 'Who a child is, and who answers for them at this hour.',
  lists: 'What concerns the post that asks: who is missing, and what is owed.',
  outside:
    'What is asked, opened and counted outside the relationships of a post. Each time is kept, and looked over.',
  reference: 'What holds no child: the joint protocols, the directory, the problems, this description.',
} as const

/** What was asked, by anyone. */
export interface OpenCall {
  readonly app: Application
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The server's own clock. Entries are recorded by the database's. */
  readonly now: Moment
}

/** What was asked by a post. */
export interface Call extends OpenCall {
  readonly who: SignedIn
  /** Its schema has let it pass. */
  readonly body: unknown
  /** The id of the command: of a POST always a UUID. */
  readonly key: string
  /** How many entries the decision rests on, as If-Match said. */
  readonly shown?: number
  /** What is wrong with a value that only the record can give a schema to. */
  readonly check: (schema: Schema, value: unknown, pointer: string) => readonly Wrong[]
}

export type Reply =
  | {
      readonly kind: 'answer'
      readonly body: unknown
      readonly etag?: string
      readonly location?: string
    }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly etag?: string }

interface Described {
  readonly method: 'GET' | 'POST'
  /** As OpenAPI writes it, under /api/v1: `/episodes/{episode}`. */
  readonly path: string
  readonly operationId: string
  readonly tag: keyof typeof tags
  readonly summary: string
  readonly description: string
  readonly audit: AuditLine
  readonly query?: Readonly<Record<string, { readonly schema: Schema; readonly required: boolean }>>
  readonly body?: { readonly schema: Schema; readonly example?: unknown }
  readonly ifMatch?: true
  readonly answer: {
    readonly status: 200 | 201
    readonly description: string
    readonly schema: Schema
    readonly etag?: true
  }
  /** Beside those that every operation of its kind can meet. */
  readonly problems?: readonly ProblemKind[]
  /** Whether a rule of the field can say no. */
  readonly refuses?: true
}

/** As a route of the pages: who may and what is written down are part of the type. */
export type Operation = Described &
  (
    | {
        readonly may: Extract<Permission, { kind: 'anyone' }>
        readonly handle: (call: OpenCall) => Promise<Reply>
      }
    | {
        readonly may: Exclude<Permission, { kind: 'anyone' }>
        readonly handle: (call: Call) => Promise<Reply>
      }
  )

/** A handler that gets the body with its moments, days and ids as the record writes them. */
export function taking<B>(
  shape: Shape<B>,
  handle: (call: Call, body: B) => Promise<Reply>,
): (call: Call) => Promise<Reply> {
  return (call) => {
    const taken = take(shape, call.body)
    return taken.kind === 'wrong'
      ? Promise.resolve(problemReply(notValid(taken.errors)))
      : handle(call, taken.value)
  }
}

export function answering(
  body: unknown,
  more: { readonly etag?: string; readonly location?: string } = {},
): Reply {
  return { kind: 'answer', body, ...more }
}

export function problemReply(problem: Problem, etag?: string): Reply {
  return { kind: 'problem', problem, ...(etag !== undefined && { etag }) }
}
