import { everyone } from './who-may-commands.ts'
/** Part of the table of `who-may.ts`, written by hand as it is: what is asked, opened, counted and given away outside one's
    own relationships. */

const police = 'police police-supervisor'
const asking = `${police} duty-team hospital`
const home = 'carer home-on-call provider-manager'
const missing = 'missing-service missing-coordinator'
const emergency = `social-worker team-manager duty-team ${missing} senior-manager ${police} health-nurse`
const reviewing = 'missing-coordinator information-governance'
const disclosing = 'information-governance provider-manager'

/** Who decides what their own organisation discloses of the child, by how they stand to them: of a restricted record only
    somebody who is named. */
export const discloses = {
  'own child': disclosing,
  'other child': '',
  'no such child': '',
  'former placement': disclosing,
  'missing from a former placement': disclosing,
  restricted: '',
  'shut out': '',
  'opened in an emergency': '',
} as const

/** Who stands beside the child as their advocate. */
export const beside = {
  'own child': 'advocate',
  'other child': '',
  'no such child': '',
  'former placement': 'advocate',
  'missing from a former placement': 'advocate',
  restricted: '',
  'shut out': '',
  'opened in an emergency': '',
} as const

export const outsideLines: readonly (readonly [
  route: string,
  about: 'nobody' | 'request' | 'child',
  who: string,
])[] = [
  ['GET /children/:child/care-missing', 'child', everyone],
  ['GET /children/:child/care-missing/what', 'child', everyone],
  ['POST /children/:child/care-missing/what', 'child', everyone],
  ['POST /api/v1/children/:child/care-missing', 'child', everyone],
  ['GET /missing-child', 'nobody', asking],
  ['POST /missing-child', 'nobody', asking],
  ['GET /open-record', 'nobody', emergency],
  ['POST /open-record', 'nobody', emergency],
  ['GET /review', 'nobody', reviewing],
  ['POST /review/:emergency', 'nobody', reviewing],
  ['POST /review/:emergency/known', 'nobody', reviewing],
  ['POST /api/v1/missing-child', 'nobody', asking],
  ['POST /api/v1/emergencies', 'nobody', emergency],
  ['GET /api/v1/review', 'nobody', reviewing],
  ['POST /api/v1/emergencies/:emergency/known', 'nobody', reviewing],
  ['POST /api/v1/emergencies/:emergency/review', 'nobody', reviewing],
  ['GET /api/v1/figures', 'nobody', 'analyst'],
  ['POST /api/v1/figures/names', 'nobody', 'analyst'],
  ['GET /figures', 'nobody', 'analyst'],
  ['POST /figures', 'nobody', 'analyst'],
  ['POST /figures/export', 'nobody', 'analyst'],
  ['GET /api/v1/return-figures', 'nobody', 'team-manager responsible-council missing-coordinator analyst'],
  ['GET /return-figures', 'nobody', 'team-manager responsible-council missing-coordinator analyst'],
  ['POST /return-figures/export', 'nobody', 'team-manager responsible-council missing-coordinator analyst'],
  ['GET /our-record', 'nobody', home],
  ['POST /our-record/export', 'nobody', 'provider-manager'],
  ['GET /subject-access', 'nobody', disclosing],
  ['GET /subject-access/begin', 'nobody', disclosing],
  ['POST /subject-access/begin', 'nobody', disclosing],
  ['GET /subject-access/:request', 'request', disclosing],
  ['POST /subject-access/:request/longer', 'request', disclosing],
  ['POST /subject-access/:request/words', 'request', disclosing],
  ['POST /subject-access/:request/export', 'request', disclosing],
  ['GET /subject-access/:request/:passage', 'request', disclosing],
  ['POST /subject-access/:request/:passage', 'request', disclosing],
]
