import { importVerb } from './import.ts'
import { migrate } from './migrate.ts'
import { start } from './start.ts'
import type { Verb } from './verb.ts'

export const verbs: readonly Verb[] = [start, migrate, importVerb]
