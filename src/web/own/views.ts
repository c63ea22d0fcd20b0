import type { LookedAtThem, OwedToThem } from '../../application/their-own.ts'
import type { TheirMessage, TheirPage } from '../../application/queries/their-own.ts'
import type { Role } from '../../domain/episode/roles.ts'
import { dateInWords, londonDate } from '../../kernel/london.ts'
import { isAfter, type Moment } from '../../kernel/moment.ts'
import { telephone } from '../components/numbers-to-ring.ts'
import { govuk } from '../components/official.ts'
import { html, type Html } from '../html.ts'
import { ownPage, type OwnVisit } from './layout.ts'
import {
  atToThem,
  hourToThem,
  lookerInWords,
  organisationInWords,
  personInWords,
  promiseInWords,
} from './words.ts'

/** What a child reads first. */
export function homePage(visit: OwnVisit, shown: TheirPage): Html {
  const first = shown.name?.split(' ')[0]
  const main = html`<p class="govuk-body-l">
      This page is yours. The people where you live and your parents cannot open it.
    </p>
    <p>${govuk('button', { text: 'Write to us', href: '/mine/write' })}</p>
    ${whatIsTheirs(shown)}
    <h2 class="govuk-heading-m">Who has looked</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/mine/list">See who has looked at what is written about you</a>
    </p>`
  return ownPage({ visit, heading: first === undefined ? 'Hello' : `Hello ${first}`, here: 'home', main })
}

/** All of it that stands on a page for whoever stands beside them too. */
export function whatIsTheirs(shown: TheirPage): readonly (Html | null)[] {
  return [
    whoWorksWithYou(shown),
    whatWeOweYou(shown),
    whenYouWereAway(shown),
    whatYouWrote(shown),
    whatYouSaid(shown),
    whatWasShared(shown),
  ]
}

function whoWorksWithYou({ workers, sharesWords }: TheirPage): Html {
  const line = (role: Role) => workers.find((one) => one.role === role)?.name
  const [worker, officer, advocate] = [line('social-worker'), line('reviewing-officer'), line('advocate')]
  return html`<h2 class="govuk-heading-m">Who works with you</h2>
    <ul class="govuk-list govuk-list--spaced">
      <li>
        ${
          worker === undefined
            ? 'You have no social worker of your own at the moment. The council has to find you one.'
            : html`<strong>${worker}</strong> is your social worker.`
        }
      </li>
      ${
        officer !== undefined &&
        html`<li>
          <strong>${officer}</strong> is your reviewing officer. They check that promises to you are kept. You
          can ask to talk with them.
        </li>`
      }
      ${
        advocate !== undefined &&
        html`<li>
          <strong>${advocate}</strong> is your advocate. They are on your side, and help you say what you
          want.
          ${
            sharesWords
              ? 'They can read what you write here, because you want that.'
              : 'They cannot read what you write here. If you want them to, tell them or your social worker.'
          }
        </li>`
      }
    </ul>`
}

function whatWeOweYou({ owed, now }: TheirPage): Html {
  const promises = owed.flatMap((one) => {
    const says = promiseInWords(one)
    return says === undefined ? [] : [{ says, when: byWhen(one, now) }]
  })
  return html`<h2 class="govuk-heading-m">What we have to do for you now</h2>
    ${
      promises.length === 0
        ? html`<p class="govuk-body">Nothing is written here for now. You can always ask.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${promises.map(({ says, when }) => html`<li>${says} <strong>${when}</strong></li>`)}
          </ul>`
    }`
}

function byWhen({ dueAt, endOfDay }: OwedToThem, now: Moment): string {
  const when = endOfDay ? dateInWords(londonDate(dueAt)) : hourToThem(dueAt, now)
  return isAfter(now, dueAt) ? `This is late: it should have been done by ${when}.` : `By ${when}.`
}

function whenYouWereAway({ absences, now }: TheirPage): Html | null {
  if (absences.length === 0) return null
  return html`<h2 class="govuk-heading-m">When you were away</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${absences.map(
        ({ from, returnedAt }) =>
          html`<li>From ${hourToThem(from, now)} until ${hourToThem(returnedAt, now)}</li>`,
      )}
    </ul>
    <p class="govuk-body">If that is not how it was, write to us and say so.</p>`
}

function whatYouWrote({ messages, now }: TheirPage): Html | null {
  if (messages.length === 0) return null
  return html`<h2 class="govuk-heading-m">What you wrote</h2>
    <ul class="wa-own__messages">
      ${messages.map((one) => messageItem(one, now))}
    </ul>`
}

function messageItem({ message, readBy, answers }: TheirMessage, now: Moment): Html {
  const read =
    readBy === undefined
      ? html`<p>Nobody has read it yet.</p>`
      : html`<p>Read ${atToThem(readBy.at, now)}: ${lowered(personInWords(readBy.role))}.</p>`
  return html`<li>
    <p class="wa-own__when">You wrote ${atToThem(message.occurred.at, now)}:</p>
    <blockquote class="wa-own__words">${message.body.words}</blockquote>
    ${
      answers.length === 0
        ? html`${read}
            <p>No answer yet.</p>`
        : answers.map(
            ({ by, occurred, body }) =>
              html`<p>${by.name} told you ${atToThem(occurred.at, now)}:</p>
                <blockquote class="wa-own__words">${body.answer}</blockquote>`,
          )
    }
  </li>`
}

function whatYouSaid({ words, now }: TheirPage): Html | null {
  if (words.length === 0) return null
  return html`<h2 class="govuk-heading-m">What you said when somebody asked</h2>
    <ul class="wa-own__messages">
      ${words.map(
        ({ occurred, words: said, corrected }) =>
          html`<li>
            <p class="wa-own__when">You said ${atToThem(occurred.at, now, occurred.precision)}:</p>
            <blockquote class="wa-own__words">${said}</blockquote>
            ${
              corrected &&
              html`<p>
                This day or time was put right ${atToThem(corrected.recorded, now)}. Before that, it said
                ${hourToThem(corrected.before.at, now, corrected.before.precision)}. Your words are as they
                were written down.
              </p>`
            }
          </li>`,
      )}
    </ul>
    <p class="govuk-body">If something here is wrong, write to us and we put it right.</p>`
}

/** To whom, and the very words: so that a child can say where it went wrong. */
function whatWasShared({ shared, now }: TheirPage): Html | null {
  if (shared.length === 0) return null
  return html`<h2 class="govuk-heading-m">What we passed on of what you said</h2>
    <ul class="wa-own__messages">
      ${shared.map(
        ({ occurred, kind, words }) =>
          html`<li>
            <p class="wa-own__when">
              We passed this on to ${organisationInWords(kind)}
              ${atToThem(occurred.at, now, occurred.precision)}:
            </p>
            <blockquote class="wa-own__words">${words}</blockquote>
          </li>`,
      )}
    </ul>
    <p class="govuk-body">You can print this page or save it.</p>`
}

export function listPage(visit: OwnVisit, looks: readonly LookedAtThem[]): Html {
  const days = [...Map.groupBy(looks, ({ day }) => day)]
  const main = html`<p class="govuk-body-l">
      Everybody who opens what is written about you is put on this list. They cannot take themselves off it.
    </p>
    ${
      days.length === 0
        ? html`<p class="govuk-body">Nobody yet.</p>`
        : days.map(
            ([day, all]) =>
              html`<h2 class="govuk-heading-s">${dateInWords(day)}</h2>
                <ul class="govuk-list govuk-list--spaced">
                  ${all.map((one) => html`<li>${lookerInWords(one)}${often(one.times)}</li>`)}
                </ul>`,
          )
    }
    <p class="govuk-body">
      If you do not know why somebody looked, <a class="govuk-link" href="/mine/write">write to us</a> and
      ask.
    </p>`
  return ownPage({ visit, heading: 'Who has looked', here: 'list', main })
}

function often(times: number): string {
  return times === 1 ? '' : `, ${times} times`
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** After a message: whether it has arrived, and once more where it does not ring anybody. */
export function sentPage(visit: OwnVisit, notSafe: boolean): Html {
  const main = html`${notSafe && ring999()}
    <p class="govuk-body-l">We have got what you wrote, just as you wrote it.</p>
    <p class="govuk-body">
      It rings nobody by itself. Somebody reads it when they next look, and you are answered within a day. On
      your page you see when it was read, and the answer.
    </p>
    <p><a class="govuk-link" href="/mine">Back to my page</a></p>`
  return ownPage({ visit, heading: 'It has arrived', main })
}

export function ring999(): Html {
  return html`<div class="wa-own__now" role="alert">
    <p>
      <strong>${telephone('999', 'Ring 999 now')}</strong> if somebody is hurting you, or you are in danger.
      Ask for the police. If you cannot speak, press 55 when you hear a voice.
    </p>
  </div>`
}

export function staffHerePage(visit: OwnVisit): Html {
  const main = html`<p class="govuk-body">
    Somebody who works here is signed in on this browser. They have to sign out first, or you use another
    telephone or computer.
  </p>`
  return ownPage({ visit, heading: 'Not on this browser', main })
}

export function plainPage(visit: OwnVisit, heading: string, says: string): Html {
  const main = html`<p class="govuk-body">${says}</p>
    <p><a class="govuk-link" href="/mine">My page</a></p>`
  return ownPage({ visit, heading, main })
}
