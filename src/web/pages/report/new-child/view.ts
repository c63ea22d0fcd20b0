import type { Candidate } from '../../../../application/queries/children-to-report.ts'
import type { EpisodeId } from '../../../../domain/episode/entry.ts'
import { showFields } from '../../../forms/fields.ts'
import { html, type Html } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { asking, type Asked } from '../asked.ts'
import { besideQuery, candidateList } from '../candidates.ts'
import { notSent } from '../sent.ts'
import { newChildFields } from './form.ts'

interface NewChild {
  readonly visit: PageVisit
  readonly asked: Asked
  readonly beside: EpisodeId | undefined
}

/** A child whom nobody here knows: as much as is known, and none of it must be. */
export function newChildPage({ visit, asked, beside }: NewChild): Html {
  const heading = 'Who is the child?'
  const body = html`<h1>${heading}</h1>
    <p class="govuk-body">Say what you know. One thing is enough to go on: you can add to it later.</p>
    ${showFields(newChildFields, { form: asked.form, errors: asked.errors, now: visit.now })}`
  return reportPage({
    title: heading,
    visit,
    sent: notSent,
    caption: 'A child not known here · question 1',
    back: `/report${besideQuery(beside)}`,
    errors: asked.errors,
    main: asking(asked, body, 'Continue', { with: beside }),
  })
}

interface SameChild extends NewChild {
  readonly candidates: readonly Candidate[]
}

const ownFields: ReadonlySet<string> = new Set(['_csrf', 'command', 'with', 'sure'])

/** Asked before a second record is made: two records of one child hide from each other what each of them knows. */
export function sameChildPage({ visit, asked, beside, candidates }: SameChild): Html {
  const heading = 'Is it one of these?'
  const typed = asked.form.entries().filter(([name]) => !ownFields.has(name))
  const kept = Object.fromEntries(typed.map(([name]) => [name, asked.form.text(name)]))
  const main = html`<h1>${heading}</h1>
    <p class="govuk-body">
      If it is, choose that child: then everyone who must act sees what is already known.
    </p>
    ${candidateList(candidates, visit.now, beside)}
    ${asking(asked, null, 'No, none of these: go on', { ...kept, with: beside, sure: 'yes' })}`
  return reportPage({
    title: heading,
    visit,
    sent: notSent,
    caption: 'A child not known here · question 1',
    back: `/report/new-child${besideQuery(beside)}`,
    main,
  })
}
