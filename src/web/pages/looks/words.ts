import type { Looked } from '../../../application/queries/who-looked.ts'

/** What a page is called by those who review, and to the child. A page that has no line here is said as it was recorded. */
const pages: Readonly<Record<string, readonly [page: string, toTheChild: string]>> = {
  board: ['the board', 'saw your name on a list'],
  'my duties': ['a list of duties', 'saw your name on a list of what they have to do'],
  search: ['a search', 'found your name in a search'],
  child: ['the child’s page', 'opened the page about you'],
  'child, to report': ['the first question of a report', 'began to report that you were not there'],
  'children, to report': ['the list of children to report', 'saw your name on a list'],
  'children who may be the same': ['records that may be the same child', 'saw your name on a list'],
  'episodes of children away together': [
    'episodes of children away together',
    'read about a time you were away',
  ],
  'an appointment, for a calendar': [
    'an appointment, for a calendar',
    'put a time to meet you into a calendar, without your name',
  ],
  episode: ['an episode', 'read about a time you were away'],
  'episode as known at': ['an episode, as it was known earlier', 'read about a time you were away'],
  'search of looks': ['a search of looks', 'checked who has looked at your record'],
  'search of looks, exported': [
    'a search of looks, as a file',
    'took away a list of who looked at your record',
  ],
  'who has looked, exported': ['this page, as a file', 'took away a list of who looked at your record'],
  'requests for a record': ['the list of requests for a record', 'saw your name on a list'],
  'request for a record': ['a request for the record', 'worked on letting somebody have your record'],
  'search for a record that is asked for': [
    'a search for a record',
    'looked for your record, because it was asked for',
  ],
  'children whose record may be exported': ['a list of children', 'saw your name on a list'],
  'subject access, exported': [
    'the record, for whoever asked for it',
    'made a copy of your record for whoever asked for it',
  ],
  'case record, exported': [
    'their own case record, as a file',
    'made a copy of what they had written about you',
  ],
  figures: ['figures without names', 'counted you in figures, without your name'],
  'figures, exported': ['figures without names, as a file', 'counted you in figures, without your name'],
  'figures of returns': ['figures of returns', 'counted you in figures, without your name'],
  'figures of returns, exported': [
    'figures of returns, as a file',
    'counted you in figures, without your name',
  ],
  'name revealed': ['a name that was masked', 'asked for your name, and said why'],
  'is this child missing?': ['whether a child is missing', 'asked whether you were missing'],
  'opened in an emergency': ['the record, opened in an emergency', 'opened your record in an emergency'],
  'what was opened and asked, for review': [
    'what was opened and asked, for review',
    'checked why somebody opened your record',
  ],
  refused: ['tried to open something, and was refused', 'tried to open your record, and could not'],
  'who has looked': ['this page', 'checked who has looked at your record'],
}

export function pageInWords(what: string): string {
  return pages[what]?.[0] ?? what
}

export function pageToTheChild(what: string): string {
  return pages[what]?.[1] ?? 'opened your record'
}

/** "Ruth Adeyemi", or what can be said of somebody whom the directory no longer has. */
export function nameOf({ by }: Looked): string {
  return by?.post.personName ?? 'Somebody who is no longer in the directory'
}
