import { decideOn } from '../../../application/commands/disclose.ts'
import type { Disclosure } from '../../../application/disclosures.ts'
import { newId } from '../../../application/ids.ts'
import { disclosure } from '../../../application/queries/disclosures.ts'
import type { RequestId } from '../../../domain/access/disclosure/acts.ts'
import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import { parseId } from '../../../kernel/ids.ts'
import { govuk } from '../../components/official.ts'
import { emptyForm } from '../../forms/form.ts'
import { showFields, type Asking } from '../../forms/fields.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import { decided, decisionIn, decisionOn } from './deciding.ts'
import { rulingList, textOf } from './passage-view.ts'
import { passageInWords, path, sectionInWords, standingWords, whoseRecord } from './words.ts'

export async function showPassage(visit: Visit): Promise<Answer> {
  const { page: layout } = visit
  const found = await foundIn(visit)
  if (found === undefined) return { kind: 'not-found' }
  const asking = { form: emptyForm, errors: [], now: layout.now }
  return showing(view(layout, found, asking, newId()))
}

export async function decidePassage(visit: Visit): Promise<Answer> {
  const { app, who, form, page: layout } = visit
  const found = await foundIn(visit)
  if (found === undefined) return { kind: 'not-found' }
  const command = parseId<'command'>(form.text('command')) ?? newId<'command'>()
  const again = (errors: Asking['errors'], as = found) =>
    showing(view(layout, as, { form, errors, now: layout.now }, command), 400)
  const read = decisionIn(found.standing).read('decision', form, layout.now)
  if (read.kind === 'problems') return again(read.problems)
  const { request, controller } = found.of
  const outcome = await decideOn(app, who.visitor, who.author, { request, command }, ({ standings }) => {
    const now = standings.find(({ passage }) => passage.id === found.standing.passage.id)
    return decided(now ?? found.standing, controller.id, read.value)
  })
  // What refused it is on the page as it stands now.
  if (outcome.kind === 'refused') return again([outcome.refused], await foundIn(visit))
  return outcome.kind === 'done' ? seeing(`${path}/${request}`) : { kind: 'not-found' }
}

interface Found {
  readonly of: Disclosure
  readonly standing: Standing
}

async function foundIn({ app, who, params }: Visit): Promise<Found | undefined> {
  const request: RequestId | undefined = parseId(params['request'] ?? '')
  const of = request && (await disclosure(app, who.visitor, who.author, request))
  const standing = of?.standings.find(({ passage }) => passage.id === params['passage'])
  return of === undefined || standing === undefined ? undefined : { of, standing }
}

function view(visit: PageVisit, { of, standing }: Found, asking: Asking, command: string): Html {
  const title = passageInWords(standing, of.now)
  const { passage, names } = standing
  const own = passage.controller.organisation === of.controller.id
  const action = `${path}/${of.request}/${passage.id}`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      ${own ? 'Yours to disclose' : `${passage.controller.name} answer for it: ask them`}${sectionInWords(standing)}.
      Now: ${standingWords[standing.standing]}.
    </p>
    ${textOf(standing)}
    ${
      names.length > 0 &&
      html`<p class="govuk-body">
        Marked are words that may name somebody else. A name in small letters is not found, nor one name alone
        at the start of a sentence: read all of it.
      </p>`
    }
    ${rulingList(standing)}
    <form class="wa-measure" method="post" action="${action}" novalidate>
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <input type="hidden" name="command" value="${command}" />
      ${showFields({ decision: decisionOn(standing, of.controller.id) }, asking)}
      ${govuk('button', { text: 'Record it', preventDoubleClick: true })}
    </form>`
  const breadcrumbs = [
    { text: 'Requests for a record', href: path },
    { text: whoseRecord(of.child), href: `${path}/${of.request}` },
  ]
  return page({ title, visit, here: 'children', breadcrumbs, errors: asking.errors, main })
}
