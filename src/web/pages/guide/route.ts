import { guidePaper } from '../../../application/guide-paper.ts'
import { publicGuide, type PublicGuide } from '../../../application/queries/guide.ts'
import {
  showing,
  type Answer,
  type AuditLine,
  type OpenVisit,
  type Permission,
  type Route,
} from '../../route.ts'
import { childsGuidePage, guidePage } from './view.ts'

const audit: AuditLine = { kind: 'nothing', because: 'a guide holds nothing of any child' }
const may: Permission & { kind: 'anyone' } = { kind: 'anyone' }

/** Public, without sign-in: whoever worries about a child has no account. */
export const guideRoutes: readonly Route[] = [
  { method: 'GET', path: '/guide/:protocol', may, audit, handle: show },
  { method: 'GET', path: '/guide/:protocol/for-children', may, audit, handle: showToChildren },
  { method: 'GET', path: '/guide/:protocol/file', may, audit, handle: download },
]

async function show(visit: OpenVisit): Promise<Answer> {
  const found = await asked(visit)
  return found === undefined ? { kind: 'not-found' } : showing(guidePage(visit.page, nameOf(visit), found))
}

async function showToChildren(visit: OpenVisit): Promise<Answer> {
  const found = await asked(visit)
  return found === undefined
    ? { kind: 'not-found' }
    : showing(childsGuidePage(visit.page, nameOf(visit), found))
}

async function download(visit: OpenVisit): Promise<Answer> {
  const found = await asked(visit)
  if (found === undefined) return { kind: 'not-found' }
  const body = await visit.files.paper(guidePaper(found, visit.page.now))
  return { kind: 'file', name: `${nameOf(visit)}-guide.pdf`, type: 'application/pdf', body }
}

async function asked(visit: OpenVisit): Promise<PublicGuide | undefined> {
  const { protocols, directory } = visit.app
  return publicGuide(protocols, await directory(), nameOf(visit), visit.page.now)
}

function nameOf({ params }: OpenVisit): string {
  return params['protocol'] ?? ''
}
