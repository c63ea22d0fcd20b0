import type { Route } from './route.ts'
import { signInRoutes } from './pages/sign-in/route.ts'

/** Every address of the product. A test scans each of them in every state. */
export const routes: readonly Route[] = [...signInRoutes]
