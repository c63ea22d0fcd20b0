import { html, type Html } from '../html.ts'
import { laidOut, share, type Placed, type ThreadPoint } from './thread-scale.ts'
import { timeTag } from './time.ts'

type Thread = {
  /** Names the drawing for those who do not see it: "Jay's episode". */
  readonly label: string
  /** Oldest first. Points after `now` are what is coming. */
  readonly points: readonly ThreadPoint[]
  readonly now: string
  readonly tone: 'overdue' | 'soon' | 'later' | 'care'
}

const drawnLabel = ({ point, x, anchor, row }: Placed): Html | null =>
  row === null
    ? null
    : html`<text class="wa-thread__label" x="${x}%" y="${42 + row * 18}" text-anchor="${anchor}"
        >${point.label}</text
      >`

/** As many characters as stand beside others: the list after the drawing says it whole. */
const widest = 40

function drawn({ label, ...point }: ThreadPoint): ThreadPoint {
  if (label.length <= widest) return { ...point, label }
  const cut = label.slice(0, widest).replace(/\s+\S*$/, '')
  return { ...point, label: `${cut} …` }
}

/**
 * What has happened, now, and what is coming. Within each half of the line lengths are to scale. The drawing repeats
 * the list after it, which is what a screen reader, a narrow screen and paper get.
 */
export function thread({ label, points, now, tone }: Thread): Html {
  const placed = laidOut(points.map(drawn), now)
  const here = share(now, points, now)
  const dots = placed.map(
    ({ x, coming }) =>
      html`<circle
        class="wa-thread__dot ${coming && 'wa-thread__dot--coming'}"
        cx="${x}%"
        cy="18"
        r="5.5"
      />`,
  )
  const items = points.map(
    (point) => html`<li>${timeTag(point.at, point.label)}${point.at > now && ', to come'}</li>`,
  )
  return html`<div class="wa-thread wa-thread--${tone}">
    <svg
      class="wa-thread__drawing"
      width="100%"
      height="${placed.some(({ row }) => row === 1) ? 66 : 48}"
      aria-hidden="true"
      focusable="false"
    >
      <line class="wa-thread__line" x1="1.5%" x2="98.5%" y1="18" y2="18" />
      <line class="wa-thread__past" x1="1.5%" x2="${here}%" y1="18" y2="18" />
      ${dots}
      <line class="wa-thread__now" x1="${here}%" x2="${here}%" y1="6" y2="30" />
      ${placed.map(drawnLabel)}
    </svg>
    <ul class="wa-thread__list" aria-label="${label}">
      ${items}
    </ul>
  </div>`
}
