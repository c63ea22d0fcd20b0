import { recentlyAuthenticated } from '../application/sessions.ts'
import { seeing, type Answer, type Visit } from './route.ts'

/** Asks whoever has not shown within minutes who they are to do so, and leads them back to `to`, a path of this product.
    Undefined for whoever may go on. A route begins with it. */
export function confirmFirst({ who, page }: Pick<Visit, 'who' | 'page'>, to: string): Answer | undefined {
  const { session } = who
  if (session !== undefined && recentlyAuthenticated(session, page.now)) return undefined
  return seeing(`/confirm?to=${encodeURIComponent(to)}`)
}
