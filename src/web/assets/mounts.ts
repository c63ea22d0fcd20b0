/** A folder of files that anyone may have, and the path that it is served under. */
type Mount = { readonly prefix: string; readonly folder: URL }

const packaged = (path: string): URL => new URL(`../../../node_modules/${path}`, import.meta.url)

/** Longest prefix first: the server registers them in this order. */
export const assetMounts: readonly Mount[] = [
  { prefix: '/assets/fonts/', folder: packaged('@fontsource/atkinson-hyperlegible-next/files/') },
  { prefix: '/assets/govuk/', folder: packaged('govuk-frontend/dist/govuk/') },
  { prefix: '/assets/', folder: new URL('./css/', import.meta.url) },
  { prefix: '/client/', folder: new URL('../client/', import.meta.url) },
]

/** In the order of the cascade: GOV.UK's own first, print last. */
export const stylesheets: readonly string[] = [
  '/assets/govuk/govuk-frontend.min.css',
  '/assets/base.css',
  '/assets/layout.css',
  '/assets/pieces.css',
  '/assets/board.css',
  '/assets/wall.css',
  '/assets/episode.css',
  '/assets/care.css',
  '/assets/protocol.css',
  '/assets/paper.css',
  '/assets/people.css',
  '/assets/report.css',
  '/assets/ask.css',
  '/assets/own.css',
  '/assets/print.css',
]
