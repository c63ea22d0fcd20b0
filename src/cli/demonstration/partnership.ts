import type { Directory, Post } from '../../domain/child/directory.ts'
import { cast } from './cast.ts'
import { organisations } from './organisations.ts'

/** Everyone who can answer in the demonstration. */
export const demonstrationDirectory: Directory = {
  organisations: Object.values(organisations),
  posts: Object.values(cast).map(({ post }) => post),
}

/** With whom to sign in first: one for each job of a night, the likeliest first. */
export const firstToTry: readonly Post[] = [
  cast.ruth,
  cast.lena,
  cast.imran,
  cast.amira,
  cast.sam,
  cast.noor,
  cast.dawn,
  cast.colm,
].map(({ post }) => post)
