import { atMinute } from '../../../../application/commands/begin-episode.ts'
import { registerChild } from '../../../../application/commands/register-child.ts'
import { likelySame } from '../../../../application/queries/children-to-report.ts'
import { unreachable } from '../../../../kernel/unreachable.ts'
import { withFormId } from '../../../forms/form-id.ts'
import { seeing, showing, type Answer, type Route, type Visit } from '../../../route.ts'
import { askedAgain, commandOf, firstAsked, thisMinute, withOf } from '../asked.ts'
import { besideQuery } from '../candidates.ts'
import { readNewChild, sameBy } from './form.ts'
import { newChildPage, sameChildPage } from './view.ts'

const path = '/report/new-child'
const may = { kind: 'may', command: 'raise-concern' } as const

export const newChildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'nothing', because: 'an empty form, nothing of a child' },
    handle: withFormId(ask),
  },
  { method: 'POST', path, may, audit: { kind: 'entry', what: 'child-registered' }, handle: register },
]

function ask(visit: Visit): Promise<Answer> {
  const asked = firstAsked(visit.page.csrfToken, visit.query, visit.typed)
  return Promise.resolve(showing(newChildPage({ visit: visit.page, asked, beside: withOf(visit.query) })))
}

async function register({ app, who, page, form }: Visit): Promise<Answer> {
  const beside = withOf(form)
  const read = readNewChild(form, page.now)
  if (read.kind === 'problems') {
    const asked = askedAgain(page.csrfToken, form, read.problems)
    return showing(newChildPage({ visit: page, asked, beside }), 400)
  }
  const asked = askedAgain(page.csrfToken, form, [])
  if (form.text('sure') !== 'yes') {
    const candidates = await likelySame(app, who.visitor, sameBy(read.value))
    if (candidates.length > 0) return showing(sameChildPage({ visit: page, asked, beside, candidates }), 400)
  }
  const at = atMinute(thisMinute(page.now))
  const outcome = await registerChild(app, who.visitor, who.author, commandOf(form), read.value, at)
  switch (outcome.kind) {
    case 'done':
      return seeing(`/report/${outcome.child}/worried${besideQuery(beside)}`)
    case 'may-not':
      return { kind: 'may-not' }
    case 'command-taken': {
      const used = {
        field: 'name',
        message: 'This page was sent before with other words. Go back and open it again',
      }
      return showing(newChildPage({ visit: page, asked: { ...asked, errors: [used] }, beside }), 409)
    }
    default:
      return unreachable(outcome)
  }
}
