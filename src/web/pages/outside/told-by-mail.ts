import { notSent, type ToldByMail } from '../../../application/notices.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'

/** Who was mailed that a record was opened, and plainly that nobody was. */
export function toldByMail(told: readonly ToldByMail[], { posts }: Directory, now: Moment): Html {
  const lines = told.map(({ post: id, ...how }) => {
    const post = posts.find((one) => one.id === id)
    const who =
      post === undefined
        ? 'Somebody no longer in the directory'
        : `${post.personName}, ${roleLabel(post.role)}`
    return html`<li>${who}: ${outcome(how, now)}</li>`
  })
  const isMailed = told.some(({ taken }) => taken !== undefined)
  return html`${
    isMailed
      ? null
      : html`<p class="govuk-body">
          <strong>Nobody was mailed${told.some(isOnTheWay) ? ' yet' : ''}.</strong> It stands here, and at the
          head of the pages of those who answer for it.
        </p>`
  }
  ${
    lines.length === 0
      ? null
      : html`<ul class="govuk-list govuk-list--bullet">
          ${lines}
        </ul>`
  }`
}

type How = Omit<ToldByMail, 'post'>

function outcome({ taken, trouble }: How, now: Moment): string {
  if (taken !== undefined) return `mailed ${whenWords(taken, now)}`
  switch (trouble) {
    case undefined:
      return 'not mailed yet'
    case notSent.noServer:
      return 'not mailed, because this service has no server for mail'
    case notSent.noAddress:
      return 'not mailed, because no address for notices is kept for this post'
    default:
      return `not mailed yet: ${trouble}. It is tried again`
  }
}

function isOnTheWay({ taken, trouble }: How): boolean {
  return taken === undefined && trouble !== notSent.noServer && trouble !== notSent.noAddress
}
