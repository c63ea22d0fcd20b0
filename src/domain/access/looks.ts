import type { Reading } from './grant.ts'

/** Who may see who has looked at a child's record: whoever reads who is shut out of it (the manager of the allocated
    worker, the reviewing officer, the missing coordinator), and whoever reviews what was opened in an emergency (the
    coordinator and the information governance lead of the responsible council). The database asks the same. */
export const readingsOfLooks: readonly Reading[] = ['shut-out', 'review']
