import type { Route } from '../../route.ts'
import { newChildRoutes } from './new-child/route.ts'
import { progressRoute } from './progress/route.ts'
import { questionRoutes } from './questions/route.ts'
import { ringRoutes } from './ring/route.ts'
import { togetherRoute } from './together/route.ts'
import { whoRoute } from './who/route.ts'
import { worriedRoutes } from './worried/route.ts'

/** A report, one question a page: who, worry, the call, and then everything that can wait until after it. */
export const reportRoutes: readonly Route[] = [
  whoRoute,
  ...newChildRoutes,
  ...worriedRoutes,
  progressRoute,
  ...ringRoutes,
  togetherRoute,
  ...questionRoutes,
]
