import { project } from './application/projections/project.ts'
import { applicationOver } from './rooms.ts'
import type { Connected } from './store/pool.ts'
import type { Project } from './store/read-side.ts'

/** How a record is projected with the directory as it is now. Takes a pool of the maintainer. */
export async function projectingOver(pool: Connected): Promise<Project> {
  const { protocols, directory, expectedCare } = await applicationOver(pool)
  const inputs = { protocols, directory: await directory(), ...(expectedCare && { expectedCare }) }
  return (subject, ...record) => project(inputs, subject, ...record)
}
