import { create } from 'qrcode'
import { html, type Html } from '../html.ts'

/** A square that a telephone's camera reads. Beside it the same has to stand in words. */
export function qrSquare(text: string, label: string): Html {
  const { size, data } = create(text).modules
  const dark = [...data].flatMap((is, place) =>
    is === 0 ? [] : `M${place % size} ${Math.floor(place / size)}h1v1h-1z`,
  )
  const [width, border] = [size + 8, -4]
  return html`<svg
    class="wa-square"
    viewBox="${border} ${border} ${width} ${width}"
    width="220"
    height="220"
    role="img"
    aria-label="${label}"
    shape-rendering="crispEdges"
  >
    <rect class="wa-square__paper" x="${border}" y="${border}" width="${width}" height="${width}" />
    <path d="${dark.join('')}" />
  </svg>`
}
