import type { DoorStanding } from '../../../application/child-doors.ts'
import type { ChildsMessages } from '../../../application/queries/childs-messages.ts'
import type { Message } from '../../../domain/child/record.ts'
import type { ChildId } from '../../../domain/episode/entry.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { isAfter, type Moment } from '../../../kernel/moment.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { govuk } from '../../components/official.ts'
import { callout, summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { calledBy, nameAndAge } from '../../words/child.ts'

/** Whether the child can come in, and a code to hand over. A code is on this page once and nowhere else. */
export function codePage(
  visit: PageVisit,
  { child, record, now }: ChildsMessages,
  standing: DoorStanding,
  code?: string,
): Html {
  const name = calledBy(record)
  const title = `A code for ${name}`
  const isGiven = record.access !== undefined
  const main = html`${code !== undefined && fresh(code, name)}
    <p class="govuk-body">${stands(standing, isGiven, name, now)}</p>
    ${
      isGiven
        ? making(visit, child, name, code !== undefined)
        : emptyState({
            title: 'No access is given',
            detail: html`<a class="govuk-link" href="/children/${child}/child-access-given"
              >Decide whether ${name} may come in</a
            >`,
          })
    }
    ${
      isGiven &&
      html`<p class="govuk-body">
        Was it somebody else?
        <a class="govuk-link" href="/children/${child}/child-access-ended">End the access now</a>.
      </p>`
    }`
  return page({
    title,
    visit,
    here: 'children',
    breadcrumbs: trail(child, record.name),
    lead: summary({ eyebrow: nameAndAge(record, now), sentence: title }),
    main,
  })
}

function fresh(code: string, name: string): Html {
  return callout(
    html`<p class="wa-code">${code}</p>
      <p>
        Hand it to ${name} in person, and stay while they choose a name and a PIN at
        <strong>/mine/code</strong>, on a telephone or computer on which no worker is signed in. It is good
        once and for half an hour, and is not shown again.
      </p>`,
  )
}

function making({ csrfToken }: PageVisit, child: ChildId, name: string, again: boolean): Html {
  return html`<form method="post" action="/children/${child}/code">
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    ${govuk('button', { text: again ? 'Make another code' : 'Make a code', preventDoubleClick: true })}
    <p class="govuk-hint">
      Another code ends the last one. When ${name} uses it, the PIN from before is good no longer.
    </p>
  </form>`
}

function stands(
  { signIn, made, code, cameIn }: DoorStanding,
  isGiven: boolean,
  name: string,
  now: Moment,
): string {
  if (!isGiven) return `${name} has no way in.`
  const chose =
    signIn === undefined || made === undefined
      ? `${name} has not used a code yet.`
      : `A code was used ${whenWords(made, now)}. The name to come in with is “${signIn}”.`
  const last = cameIn === undefined ? '' : ` Last came in ${whenWords(cameIn, now)}.`
  const open =
    code === undefined || code.used !== undefined
      ? ''
      : isAfter(code.until, now)
        ? ` A code that was made ${whenWords(code.given, now)} has not been used.`
        : ` The last code, made ${whenWords(code.given, now)}, is over.`
  return `${chose}${last}${open}`
}

/** What the child wrote and was told, in their words. */
export function messagesPage(visit: PageVisit, shown: ChildsMessages, mayAnswer: boolean): Html {
  const { child, record, now } = shown
  const name = calledBy(record)
  const open = record.messages.filter(({ answers }) => answers.length === 0)
  const title = `What ${name} wrote`
  const answer = govuk('button', {
    text: `Record what ${name} was told`,
    href: `/children/${child}/child-answered`,
  })
  const main = html`${
    open.some(({ notSafe }) => notSafe) &&
    notice({
      kind: 'refused',
      title: `${name} wrote that they are not safe`,
      body: html`<p>Hear or see them now. If they may be in danger, ring 999.</p>`,
    })
  }
  ${
    record.messages.length === 0
      ? emptyState({ title: `${name} has written nothing that you can read` })
      : html`<ul class="wa-own__messages">
          ${record.messages.toReversed().map((one) => messageItem(one, now))}
        </ul>`
  }
  ${record.messages.length > 0 && mayAnswer && answer}`
  return page({
    title,
    visit,
    here: 'children',
    breadcrumbs: trail(child, record.name),
    lead: summary({
      eyebrow: nameAndAge(record, now),
      sentence: title,
      detail: `${name} sees when it was read, and what you say they were told.`,
    }),
    main,
  })
}

function messageItem({ at, words, notSafe, answers }: Message, now: Moment): Html {
  return html`<li>
    <p class="wa-own__when">
      ${whenWords(at, now)}${notSafe && html`, <strong>and that they are not safe now</strong>`}
    </p>
    <blockquote class="wa-own__words">${words}</blockquote>
    ${
      answers.length === 0
        ? html`<p><strong>Not answered yet.</strong></p>`
        : answers.map(
            ({ by, told, answer }) =>
              html`<p>${by.name}, ${roleLabel(by.role)}, told them ${whenWords(told.at, now)}:</p>
                <blockquote class="wa-own__words">${answer}</blockquote>`,
          )
    }
  </li>`
}

function trail(child: ChildId, name: string | undefined) {
  return [
    { text: 'Children', href: '/children' },
    { text: name ?? 'The child', href: `/children/${child}` },
  ]
}
