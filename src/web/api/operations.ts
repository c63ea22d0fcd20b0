import { openApiOf } from './openapi.ts'
import type { Operation } from './operation.ts'
import { beginningOperations } from './operations/beginning.ts'
import { readingOperations } from './operations/reading.ts'
import { referenceOperations } from './operations/reference.ts'
import { writingOperations } from './operations/writing.ts'

/** Everything that the API can be asked. A test holds the list against what tests have asked. */
export const operations: readonly Operation[] = [
  ...readingOperations,
  ...beginningOperations,
  ...writingOperations,
  ...referenceOperations(() => openApi),
]

export const openApi: object = openApiOf(operations)
