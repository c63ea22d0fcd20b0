import { careRowsOf, type ProjectCare } from '../../src/application/projections/care.ts'
import { expectedCare as firstEdition } from './expected-care.ts'

/** The editions of expected Care of this release. */
export const expectedCare = [firstEdition]

/** The read side of a child's Care by them. */
export const projectCare: ProjectCare = (...record) => careRowsOf(expectedCare, ...record)
