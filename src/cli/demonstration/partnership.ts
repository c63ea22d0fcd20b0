import type { Directory } from '../../domain/child/directory.ts'
import { cast } from './cast.ts'
import { organisations } from './organisations.ts'

/** Everyone who can answer in the demonstration. */
export const demonstrationDirectory: Directory = {
  organisations: Object.values(organisations),
  posts: Object.values(cast).map(({ post }) => post),
}
