/** The ways in which a record can turn out not to be what was recorded. */
export const faultKinds = [
  'content-altered',
  'content-missing',
  'content-unknown',
  'commitment-differs',
  'recorded-differs',
  'unreadable',
  'sequence-broken',
  'head-differs',
  'recorded-backwards',
  'stream-shared',
  'look-altered',
  'run-altered',
  'chain-broken',
  'chain-cut',
  'position-differs',
  'never-published',
  'published-twice',
] as const
export type FaultKind = (typeof faultKinds)[number]
