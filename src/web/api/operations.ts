import { openApiOf } from './openapi.ts'
import type { Operation } from './operation.ts'
import { addingOperations } from './operations/adding.ts'
import { beforeReportingOperations } from './operations/before-reporting.ts'
import { beginningOperations } from './operations/beginning.ts'
import { careMissingOperations } from './operations/care-missing.ts'
import { directoryOperation } from './operations/directory.ts'
import { outsideOperations } from './operations/outside.ts'
import { readingOperations } from './operations/reading.ts'
import { referenceOperations } from './operations/reference.ts'
import { returnFiguresOperation } from './operations/return-figures.ts'
import { writingOperations } from './operations/writing.ts'

/** Everything that the API can be asked. A test holds the list against what tests have asked. */
export const operations: readonly Operation[] = [
  ...readingOperations,
  ...beforeReportingOperations,
  ...beginningOperations,
  ...careMissingOperations,
  ...addingOperations,
  ...writingOperations,
  ...outsideOperations,
  returnFiguresOperation,
  directoryOperation,
  ...referenceOperations(() => openApi),
]

export const openApi: object = openApiOf(operations)
