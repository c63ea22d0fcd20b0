import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { CastName } from '../../src/cli/demonstration/cast.ts'
import type { PageState, States } from './journey-states.ts'

const filled = (as: CastName | undefined, path: string): PageState => {
  return { kind: 'filled', ...(as && { as }), path, status: 200 }
}

const tyler = `/children/${childIdOf('tyler')}/care`

/** The Care of a child who is looked after. */
const careStates: States = {
  'GET /children/:child/care': [
    filled('sam', tyler),
    { kind: 'empty', as: 'ruth', path: `/children/${childIdOf('jay')}/care`, status: 200 },
  ],
  'GET /children/:child/care/seen': [filled('sam', `${tyler}/seen`)],
  'POST /children/:child/care/seen': [
    { kind: 'error', as: 'sam', path: `${tyler}/seen`, status: 400, sends: {} },
  ],
}

/** What is kept as data in dated editions: the joint protocols, and the questions of a return interview. */
export const editionStates: States = {
  ...careStates,
  'GET /expected-care': [filled('colm', '/expected-care')],
  'GET /interviews': [filled('noor', '/interviews')],
  'GET /interviews/:set/:edition': [filled('noor', '/interviews/return-interview/2026-01')],
  'GET /interviews/:set/:edition/paper': [
    filled('noor', '/interviews/return-interview/2026-01/paper'),
    filled('noor', '/interviews/return-interview-younger/2026-01/paper'),
    filled('noor', '/interviews/return-interview-easy/2026-01/paper'),
  ],
  'GET /guide/:protocol': [filled(undefined, '/guide/missing-from-home-and-care')],
  'GET /guide/:protocol/for-children': [filled(undefined, '/guide/missing-from-home-and-care/for-children')],
  'GET /guide/:protocol/file': [
    { ...filled(undefined, '/guide/missing-from-home-and-care/file'), keeps: 'application/pdf' },
  ],
  'GET /protocol': [filled(undefined, '/protocol')],
  'GET /protocol/:protocol/:edition': [filled('sam', '/protocol/missing-from-home-and-care/2024-03')],
  'GET /protocol/:protocol/:edition/drawing': [
    filled('sam', '/protocol/missing-from-home-and-care/2024-03/drawing'),
  ],
}
