import { html, type Html } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'

/** The same for what is not there and for what this visitor may not see. */
export function notFoundPage(visit: PageVisit): Html {
  return plain(visit, 'Page not found', [
    'There is nothing here that you can see. It may have moved, or it may not be yours to see.',
    'If a child is missing now, do not wait for this page: ring.',
  ])
}

export function mayNotPage(visit: PageVisit): Html {
  return plain(visit, 'This is not yours to do', [
    'Your post does not do this, or the page was open so long that its form is no longer valid.',
    'If you had typed something, go back and copy it before you load the page again. If it still says this, ring the duty team: they can record it for you.',
  ])
}

/** Nobody is told whether they may elsewhere. */
export function notFromHerePage(visit: PageVisit): Html {
  return plain(visit, 'Not from this device', [
    visit.device === 'foster-carer'
      ? 'This telephone opens the report of a child who is placed with you, and nothing else. For anything more, sign in with an account of your own.'
      : 'A shared device shows what tonight needs, and nothing more. For the rest, sign in with an account of your own.',
    'If a child is missing now, do not wait for this page: ring.',
  ])
}

export function tooLargePage(visit: PageVisit): Html {
  return plain(visit, 'That was too much at once', [
    'What you sent is larger than one form can carry. Nothing of it was kept.',
    'Go back: what you typed is still in your browser. Send it in several parts.',
  ])
}

export function tooOftenPage(visit: PageVisit, seconds: number): Html {
  return plain(visit, 'Too many pages at once', [
    `More was asked for from here in a minute than the service gives to one. Wait ${inSeconds(seconds)}, then load the page again.`,
    'If a child is missing now, do not wait for this page: ring.',
  ])
}

export function inSeconds(seconds: number): string {
  return seconds === 1 ? 'one second' : `${seconds} seconds`
}

export function sorryPage(visit: PageVisit, reference: string): Html {
  return plain(visit, 'Something went wrong on our side', [
    `What you sent may not have been kept. Go back and send it again: nothing is recorded twice.`,
    `If it happens again, say this reference to whoever looks after the service: ${reference}.`,
  ])
}

function plain(visit: PageVisit, heading: string, paragraphs: readonly string[]): Html {
  const main = html`<h1 class="govuk-heading-l">${heading}</h1>
    ${paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}`
  return page({ title: heading, visit, main })
}
