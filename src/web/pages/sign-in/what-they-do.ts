import type { Role } from '../../../domain/episode/roles.ts'

/** What somebody in this role does here, for a newcomer who chooses whom to be. */
export const whatTheyDo: Readonly<Record<Role, string>> = {
  carer: 'notices, looks, rings the police, records the return',
  'home-on-call': 'is told when the home is silent',
  'provider-manager': 'reads every concern, decides whether the regulator is told',
  'social-worker': 'tells those who must know, considers harm, keeps the plan',
  'team-manager': 'is told when the social worker is silent',
  'duty-team': 'holds everything for the council out of hours',
  'responsible-council': 'answers for the child: meetings, a plan for tonight',
  'host-council': 'answers for the area in which the child lives',
  'reviewing-officer': 'is told of every time a child is missing or away',
  'missing-service': 'offers and holds the return interview',
  'missing-coordinator': 'sees what is late across the council',
  'senior-manager': 'is told last, when everyone before was silent',
  police: 'grades the risk, finds the child, sees them after the return',
  'police-supervisor': 'agrees high and lowered grades, answers challenges',
  parents: 'are told, and do not sign in',
  school: 'raises a concern, is told by morning',
  'health-nurse': 'sees the children of their own list',
  hospital: 'asks whether a child is missing, and reads no record',
  analyst: 'counts, and sees no name unless one is revealed',
  'information-governance': 'reviews who opened what in an emergency',
  administrator: 'keeps accounts and posts, and reads nothing of any child',
  wallboard: 'shows the board to a room, and is nobody',
  advocate: 'stands beside a child, sees what the child sees, hands over a code',
  child: 'reads what is theirs, and writes to us',
}
