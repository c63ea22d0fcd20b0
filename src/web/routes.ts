import { actRoutes } from './pages/act/route.ts'
import { besideRoutes } from './pages/beside/route.ts'
import { boardRoutes } from './pages/board/route.ts'
import { childActRoutes } from './pages/child-act/route.ts'
import { planRoutes } from './pages/plan/route.ts'
import { knownRoutes } from './pages/known/route.ts'
import { careRoutes } from './pages/care/route.ts'
import { childRoutes } from './pages/child/route.ts'
import { childsDoorRoutes } from './pages/childs-door/route.ts'
import { childrenRoutes } from './pages/children/route.ts'
import { confirmRoutes } from './pages/confirm/route.ts'
import { draftRoutes } from './pages/drafts/route.ts'
import { dutyRoutes } from './pages/duty/route.ts'
import { episodeRoutes } from './pages/episode/route.ts'
import { deviceRoutes } from './pages/devices/route.ts'
import { holdInterviewRoutes } from './pages/hold-interview/route.ts'
import { hereRoutes } from './pages/here/route.ts'
import { heldRoutes } from './pages/held/route.ts'
import { careMissingRoutes } from './pages/care-missing/route.ts'
import { expectedCareRoutes } from './pages/expected-care/route.ts'
import { guideRoutes } from './pages/guide/route.ts'
import { interviewRoutes } from './pages/interviews/route.ts'
import { invitationRoutes } from './pages/invitation/route.ts'
import { lockRoutes } from './pages/lock/route.ts'
import { looksRoutes } from './pages/looks/route.ts'
import { myDutiesRoutes } from './pages/my-duties/route.ts'
import { emergencyRoutes } from './pages/outside/emergency.ts'
import { figuresRoutes } from './pages/outside/figures.ts'
import { returnFiguresRoutes } from './pages/return-figures/route.ts'
import { ownRecordRoutes } from './pages/outside/own-record.ts'
import { questionRoutes } from './pages/outside/question.ts'
import { reviewRoutes } from './pages/outside/review.ts'
import { peopleOfConcernRoutes } from './pages/people-of-concern/route.ts'
import { packRoutes } from './pages/pack/route.ts'
import { photographRoutes } from './pages/photograph/route.ts'
import { protocolRoutes } from './pages/protocol/route.ts'
import { retentionRoutes } from './pages/retention/route.ts'
import { reportRoutes } from './pages/report/route.ts'
import { rotaRoutes } from './pages/rota/route.ts'
import { soWhatRoutes } from './pages/so-what/route.ts'
import { whoGetsToKnowRoutes } from './pages/who-gets-to-know/route.ts'
import { signInRoutes } from './pages/sign-in/route.ts'
import { accountRoutes } from './pages/you/account/route.ts'
import { signInWithRoutes } from './pages/sign-in-with/route.ts'
import { pinRoutes } from './pages/you/pin/route.ts'
import { subjectAccessRoutes } from './pages/subject-access/route.ts'
import { youRoutes } from './pages/you/route.ts'
import { vouchRoutes } from './pages/vouch/route.ts'
import type { Route } from './route.ts'

/** Every address of the product. A test scans each of them in every state. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...signInWithRoutes,
  ...hereRoutes,
  ...vouchRoutes,
  ...deviceRoutes,
  ...pinRoutes,
  ...lockRoutes,
  ...heldRoutes,
  ...draftRoutes,
  ...rotaRoutes,
  ...youRoutes,
  ...accountRoutes,
  ...confirmRoutes,
  ...invitationRoutes,
  ...boardRoutes,
  ...myDutiesRoutes,
  ...childRoutes,
  ...careRoutes,
  ...looksRoutes,
  ...photographRoutes,
  ...packRoutes,
  ...childActRoutes,
  ...knownRoutes,
  ...planRoutes,
  ...childsDoorRoutes,
  ...besideRoutes,
  ...childrenRoutes,
  ...reportRoutes,
  ...episodeRoutes,
  ...actRoutes,
  ...dutyRoutes,
  ...questionRoutes,
  ...emergencyRoutes,
  ...reviewRoutes,
  ...figuresRoutes,
  ...returnFiguresRoutes,
  ...ownRecordRoutes,
  ...retentionRoutes,
  ...peopleOfConcernRoutes,
  ...subjectAccessRoutes,
  ...protocolRoutes,
  ...guideRoutes,
  ...expectedCareRoutes,
  ...careMissingRoutes,
  ...interviewRoutes,
  ...holdInterviewRoutes,
  ...soWhatRoutes,
  ...whoGetsToKnowRoutes,
]
