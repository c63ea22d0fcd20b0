import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { filled, sent, unreadable } from './journey-page-state.ts'
import type { States } from './journey-states.ts'

/** The two questions with which somebody says that a part of a child's Care is missing. */
export const careMissing: States = {
  'GET /children/:child/care-missing': [filled('ruth', `/children/${childIdOf('tyler')}/care-missing`)],
  'GET /children/:child/care-missing/what': [
    filled('ruth', `/children/${childIdOf('tyler')}/care-missing/what?danger=no&harm=no&complaint=no`),
    filled('ruth', `/children/${childIdOf('tyler')}/care-missing/what?danger=yes&harm=yes&complaint=yes`),
    unreadable('ruth', `/children/${childIdOf('tyler')}/care-missing/what`),
  ],
  'POST /children/:child/care-missing/what': [
    sent('ruth', `/children/${childIdOf('tyler')}/care-missing/what?danger=no&harm=no&complaint=no`, 400),
  ],
}
