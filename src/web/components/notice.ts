import { html, type Html, type Piece } from '../html.ts'
import { moj } from './official.ts'

type Notice = {
  /** `done` after a step was recorded; `refused` when the rules of the field say no; `overtaken` when someone else was first. */
  readonly kind: 'done' | 'plain' | 'refused' | 'overtaken'
  readonly title: string
  readonly body?: Piece
}

const variants = { done: 'success', plain: 'information', refused: 'warning', overtaken: 'warning' } as const

/** A message about what just happened, at the top of the page. Not dismissible: it goes with the page. */
export function notice({ kind, title, body }: Notice): Html {
  const detail = body === undefined ? null : html`<div class="wa-notice__body">${body}</div>`
  return moj('alert', {
    variant: variants[kind],
    title,
    html: html`<p class="wa-notice__title">${title}</p>
      ${detail}`,
    role: kind === 'done' || kind === 'plain' ? 'region' : 'alert',
    classes: `wa-notice wa-notice--${kind}`,
  })
}

type EmptyState = { readonly title: string; readonly detail?: Piece }

/** Nothing here, said so that it cannot be mistaken for something that failed to load. */
export function emptyState({ title, detail }: EmptyState): Html {
  return html`<div class="wa-empty">
    <p class="wa-empty__title">${title}</p>
    ${detail !== undefined && html`<p class="wa-empty__detail">${detail}</p>`}
  </div>`
}

/** `danger` is red and only for a child in danger now; `soon` amber; `care` purple; the rest are calm. */
export type ChipTone = 'danger' | 'soon' | 'strong' | 'plain' | 'met' | 'care'

/** A word or two that stand out: a risk grade, a stage. */
export function chip(text: string, tone: ChipTone = 'plain'): Html {
  return moj('badge', { text, classes: `wa-chip wa-chip--${tone}` })
}
