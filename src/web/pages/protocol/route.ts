import { draw } from '../../../domain/protocol/draw.ts'
import { showing, type Answer, type OpenVisit, type Route } from '../../route.ts'
import { editionPage, protocolsPage } from './view.ts'

const nothing = { kind: 'nothing', because: 'a protocol holds nothing of any child' } as const

export const protocolRoutes: readonly Route[] = [
  { method: 'GET', path: '/protocol', may: { kind: 'anyone' }, audit: nothing, handle: list },
  {
    method: 'GET',
    path: '/protocol/:protocol/:edition',
    may: { kind: 'anyone' },
    audit: nothing,
    handle: show,
  },
  {
    method: 'GET',
    path: '/protocol/:protocol/:edition/drawing',
    may: { kind: 'anyone' },
    audit: nothing,
    handle: drawing,
  },
]

function list({ app, page }: OpenVisit): Promise<Answer> {
  return Promise.resolve(showing(protocolsPage(page, app.protocols.editions)))
}

function show(visit: OpenVisit): Promise<Answer> {
  const edition = asked(visit)
  return Promise.resolve(
    edition === undefined ? { kind: 'not-found' } : showing(editionPage(visit.page, edition)),
  )
}

function drawing(visit: OpenVisit): Promise<Answer> {
  const edition = asked(visit)
  return Promise.resolve(
    edition === undefined ? { kind: 'not-found' } : { kind: 'picture', svg: draw(edition) },
  )
}

function asked({ app, params }: OpenVisit) {
  return app.protocols.editions.find(
    ({ protocol, edition }) => protocol === params['protocol'] && edition === params['edition'],
  )
}
