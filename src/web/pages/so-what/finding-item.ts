import type { Alike, FoundOut } from '../../../application/queries/so-what.ts'
import { learnedOf, type ActionTaken } from '../../../domain/interview/so-what.ts'
import { namedIn } from '../../../domain/interview/alike.ts'
import type { CommandName } from '../../../domain/episode/command.ts'
import { saidIn, type Kept } from '../../../domain/episode/finding-bodies.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { whenWords } from '../../components/time.ts'
import { html, type Html } from '../../html.ts'
import { clockOf, holderInWords } from '../../words/duty.ts'
import { capitalised } from '../episode/child-words.ts'
import { agreedWords, keptApart, learnedWords, subjectWords } from '../episode/headlines-findings.ts'

/** Whether this reader may do this about this finding. */
export type May = (command: CommandName, finding: FoundOut['finding']) => boolean

interface Shown {
  readonly now: Moment
  readonly may: May
  readonly about: Html | false
}

/** One finding, as far as the reader reads it: what it is, what it led to, who owes what is next. */
export function findingItem(found: FoundOut, { now, may, about }: Shown): Html {
  const { finding, actions, nothing, owes, alike, became } = found
  const learned = learnedOf(finding)
  const tone = became === 'nowhere' || became === 'late' ? 'overdue' : 'calm'
  return html`<li class="wa-duty wa-duty--${tone}">
    <h3 class="wa-duty__what">
      ${learned === undefined ? 'Something that is kept apart' : capitalised(subjectWords(learned.what))}
    </h3>
    ${about !== false && html`<p class="wa-duty__about">${about}</p>`}
    <p class="wa-duty__detail">${learnedWords(learned)}</p>
    <p class="wa-duty__why">
      Learned ${whenWords(finding.occurred.at, now)}, by ${finding.by.name}. ${policeLine(found)}
    </p>
    ${actions.map((action) => actionLine(action, found, now, may))}
    ${
      nothing !== undefined &&
      html`<p class="wa-duty__detail">
        <strong>Nothing is done</strong>, decided by ${nothing.by.name}: ${saidIn(nothing.body) ?? keptApart}
      </p>`
    }
    ${owes.map(
      (duty) =>
        html`<p class="wa-duty__clock">
          ${clockOf(duty, now).markup}
          <span class="wa-duty__owner">Owed by ${holderInWords(duty)}</span>
        </p>`,
    )}
    ${alike.map((one) => alikeLine(one, found, now, may))} ${next(found, may)}
  </li>`
}

function actionLine({ agreed, done, ended }: ActionTaken, found: FoundOut, now: Moment, may: May): Html {
  const { owner, name, byWhen } = agreed.body
  const what = saidIn(agreed.body)
  const who = `${capitalised(roleLabel(owner))}${name === undefined ? '' : `, ${name}`}`
  const words = (said: Kept<string>) => saidIn(said) ?? keptApart
  // Whoever does not read what is agreed cannot say that it was done.
  const isTheirs = what !== undefined && done === undefined && ended === undefined
  return html`<p class="wa-duty__detail">
    <strong>${who}, by ${whenWords(byWhen, now)}:</strong> ${agreedWords(what)}
    ${done && html`<br />Done ${whenWords(done.occurred.at, now, done.occurred.precision)}: ${words(done.body)}`}
    ${ended && html`<br />Ended ${whenWords(ended.occurred.at, now)}: ${words(ended.body)}`}
    ${
      isTheirs &&
      may('record-action-done', found.finding) &&
      html`<a class="govuk-link" href="/episodes/${found.episode}/record-action-done?action=${agreed.id}"
        >Record that it is done</a
      >`
    }
  </p>`
}

/** Said to those who read what was learned, and to nobody else. */
function policeLine({ finding, forPolice }: FoundOut): string {
  if (namedIn(finding) === undefined) return ''
  if (forPolice === undefined) return 'Nobody has said yet whether it may go in the next pack for police.'
  return forPolice.type === 'finding-released'
    ? 'It may go in the next pack for police.'
    : `Kept from police: ${forPolice.body.why}`
}

function alikeLine(one: Alike, { finding, episode }: FoundOut, now: Moment, may: May): Html {
  const { compared } = one
  const name = namedIn(one.finding)?.name ?? 'another finding'
  const other = html`<a class="govuk-link" href="/episodes/${one.episode}/so-what"
    >${name}, learned ${whenWords(one.finding.occurred.at, now)}${one.isOwn ? '' : ', of another child'}</a
  >`
  if (compared !== undefined)
    return html`<p class="wa-duty__detail">
      ${compared.body.same ? 'The same as' : 'Not the same as'} ${other}, says ${compared.by.name}:
      ${compared.body.why}
    </p>`
  return html`<p class="wa-duty__detail">
    Is it the same as ${other}?
    ${
      one.isOwn &&
      may('compare-findings', finding) &&
      html`<a
        class="govuk-link"
        href="/episodes/${episode}/compare-findings?finding=${finding.id}&amp;other=${one.finding.id}"
        >Say whether it is</a
      >`
    }
  </p>`
}

/** Where nothing follows yet, what this reader can do about it. */
function next({ finding, episode, became, forPolice, isClosed }: FoundOut, may: May): Html | null {
  const isOwing = finding.body.ofConcern && !isClosed
  const isUnsaid = namedIn(finding) !== undefined && forPolice === undefined
  const ways: readonly (readonly [Parameters<May>[0], string, boolean])[] = [
    ['agree-action', 'Agree what is done', isOwing && (became === 'nowhere' || became === 'not-done')],
    ['decide-no-action', 'Say why nothing is done', isOwing && became === 'nowhere'],
    ['release-finding', 'It may go to police', isUnsaid],
    ['keep-finding', 'Keep it from police', isUnsaid],
  ]
  const open = ways.filter(([command, , isOpen]) => isOpen && may(command, finding))
  if (open.length === 0) return null
  return html`<p class="wa-so-what__next">
    ${open.map(
      ([command, words]) =>
        html`<a class="govuk-link" href="/episodes/${episode}/${command}?finding=${finding.id}"
          >${words}</a
        > `,
    )}
  </p>`
}
