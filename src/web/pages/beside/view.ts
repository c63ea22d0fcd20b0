import type { TheirPage } from '../../../application/queries/their-own.ts'
import type { ChildId } from '../../../domain/episode/entry.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { callout, summary } from '../../components/summary.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { whatIsTheirs } from '../../own/views.ts'

interface Beside {
  readonly child: ChildId
  readonly name?: string
}

const heading = 'Children whose advocate you are'

export function listPage(visit: PageVisit, children: readonly Beside[]): Html {
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    ${
      children.length === 0
        ? emptyState({
            title: 'You are nobody’s advocate here now',
            detail: 'A child’s social worker or team manager records whose advocate you are.',
          })
        : html`<ul class="govuk-list govuk-list--spaced">
            ${children.map(
              (one) => html`<li><a class="govuk-link" href="/beside/${one.child}">${called(one)}</a></li>`,
            )}
          </ul>`
    }`
  return page({ title: heading, visit, here: 'children', main })
}

function called({ name }: { readonly name?: string }): string {
  return name ?? 'A child whose name is not known'
}

/** What the child reads on their own page, in the words in which they read it, and a code to hand over. `made`: one that
    was made just now, or that there is no way in to hand one over for. */
export function childPage(visit: PageVisit, child: ChildId, shown: TheirPage, made?: string): Html {
  const name = shown.name ?? 'the child'
  const main = html`${made !== undefined && handing(made, name)}
    <h2 class="govuk-heading-m">A way in</h2>
    <form method="post" action="/beside/${child}/code">
      <input type="hidden" name="_csrf" value="${visit.csrfToken}" />
      <p class="govuk-body">
        You can hand ${name} a code in person. With it they choose a name and a PIN of their own, which you
        never need to know.
      </p>
      ${govuk('button', { text: 'Make a code', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>
    <section class="wa-theirs" aria-labelledby="theirs">
      <h2 class="govuk-heading-m" id="theirs">What ${name} reads</h2>
      <p class="govuk-body">${ofTheirWords(shown, name)}</p>
      ${whatIsTheirs(shown)}
    </section>`
  return page({
    title: called(shown),
    visit,
    here: 'children',
    breadcrumbs: [{ text: heading, href: '/beside' }],
    lead: summary({
      eyebrow: 'You are their advocate',
      sentence: called(shown),
      detail: `You see here what ${name} can see, in the words in which they read it. ${
        shown.name === undefined ? 'They' : shown.name
      } can see that you looked.`,
    }),
    main,
  })
}

function ofTheirWords({ sharesWords }: TheirPage, name: string): string {
  return sharesWords
    ? `${name} wishes that you read what they wrote to us and what they said when somebody asked. If that changes, their social worker records it.`
    : `What ${name} wrote to us and said stays with them and their workers: no wish is recorded that you read it. If it is their wish, their social worker records it.`
}

function handing(made: string, name: string): Html {
  if (made === 'no way in')
    return notice({
      kind: 'refused',
      title: `${name} has no way in yet`,
      body: html`<p>
        Whether ${name} may come in is decided by their social worker, the team manager or the reviewing
        officer. Ask one of them, and then make a code.
      </p>`,
    })
  return callout(
    html`<p class="wa-code">${made}</p>
      <p>
        Hand it to ${name} in person, and stay while they choose a name and a PIN at
        <strong>/mine/code</strong>, on a telephone or computer on which nobody else is signed in. It is good
        once and for half an hour, and is not shown again.
      </p>`,
  )
}
