import type { CastName } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { detailKindNames } from '../../src/domain/child/detail-kinds.ts'
import { empty, filled, sent } from './journey-page-state.ts'
import type { States } from './journey-states.ts'
import { careMissing } from './journey-pages-care.ts'

const known = `/children/${childIdOf('jay')}/known`
/** What is known of a child, and the questions of every kind of it. */
export const knownPages = (addition: (path: string, as: CastName, child: string) => States): States => ({
  ...careMissing,
  ...addition('plan-drafted', 'sam', 'jay'),
  ...addition('plan-agreed-by', 'sam', 'jay'),
  ...addition('plan-reviewed', 'sam', 'jay'),
  'GET /children/:child/plan': [
    filled('sam', `/children/${childIdOf('jay')}/plan`),
    empty('sam', `/children/${childIdOf('amara')}/plan`),
  ],
  ...addition('detail-confirmed', 'ruth', 'jay'),
  ...addition('detail-ended', 'ruth', 'jay'),
  'GET /children/:child/known': [
    filled('ruth', known),
    empty('sam', `/children/${childIdOf('amara')}/known`),
  ],
  'GET /children/:child/known/:kind': detailKindNames.map((kind) => filled('ruth', `${known}/${kind}`)),
  'POST /children/:child/known/:kind': detailKindNames.map((kind) => sent('ruth', `${known}/${kind}`)),
})
