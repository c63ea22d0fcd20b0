import type { Directory } from '../../domain/child/directory.ts'
import type { Shift } from '../../domain/child/shift.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { cast } from './cast.ts'
import { organisations } from './organisations.ts'

/** One council keeps a rota, of which one person has every night; by day nobody is named, and so the whole team is on duty. */
const outOfHours: Shift = {
  id: 'f0000000-0000-4000-8000-000000000001',
  organisation: organisations.aldermoor.id,
  name: 'Out of hours',
  hours: 'out-of-hours',
  posts: [cast.amira.post.id],
  from: '2020-01-01' as LondonDate,
}

/** Everyone who can answer in the demonstration. */
export const demonstrationDirectory: Directory = {
  organisations: Object.values(organisations),
  posts: Object.values(cast).map(({ post }) => post),
  shifts: [outOfHours],
}
