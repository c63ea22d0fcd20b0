/** Parts of a record that have their own readers. `core` is what everyone in the response shares. */
export const sections = [
  'core',
  'plan',
  'health',
  'protected-address',
  'police-intelligence',
  'interview-shared',
  'interview-restricted',
  'interview-passage',
  'care',
  'care-childs-account',
  'care-about-setting',
  'other-children',
  'shut-out',
] as const

export type Section = (typeof sections)[number]

/** Fields that do not belong to the section of their entry. A reader without the section gets the entry without the
    field, so every field named here is optional in its body. A passage stands where those with whom it is shared read
    it, and again where the interview itself is read. */
const apart: Readonly<Record<string, Readonly<Record<string, readonly Section[]>>>> = {
  'concern-raised': {
    aboutSetting: ['care-about-setting'],
    childsAccount: ['care-childs-account'],
  },
  'care-returned': { childsWords: ['care-childs-account'] },
  'care-conversation-held': {
    whileAway: ['care-childs-account'],
    whatHelps: ['care-childs-account'],
  },
  'information-received': { intelligence: ['police-intelligence'] },
  'prevention-check-done': { intelligence: ['police-intelligence'] },
  'told-now': {
    passage: ['interview-passage', 'interview-restricted'],
    otherChildren: ['interview-restricted'],
  },
  'interview-accepted': { childsWords: ['interview-restricted'] },
  'interview-declined': { childsWords: ['interview-restricted'] },
  'interview-held': { childsWords: ['interview-restricted'], shared: ['interview-shared'] },
  'interview-written-up': { answers: ['interview-restricted'], view: ['interview-restricted'] },
  'interview-sent-back': { comments: ['interview-restricted'] },
  'interview-added-to': { text: ['interview-restricted'] },
  'passage-shared': {
    passage: ['interview-passage', 'interview-restricted'],
    wished: ['interview-passage', 'interview-restricted'],
    otherChildren: ['interview-restricted'],
  },
  'passage-not-shared': { passage: ['interview-restricted'], wished: ['interview-restricted'] },
  'finding-recorded': { restricted: ['interview-restricted'], intelligence: ['police-intelligence'] },
  'action-agreed': {
    restricted: ['interview-passage', 'interview-restricted'],
    intelligence: ['police-intelligence'],
  },
  'no-action-decided': { restricted: ['interview-restricted'], intelligence: ['police-intelligence'] },
  'action-done': {
    restricted: ['interview-passage', 'interview-restricted'],
    intelligence: ['police-intelligence'],
  },
  'action-ended': {
    restricted: ['interview-passage', 'interview-restricted'],
    intelligence: ['police-intelligence'],
  },
  'care-seen': { childsWords: ['care-childs-account'] },
  'care-plan-agreed': { childsWords: ['care-childs-account'] },
}

/** Of whatever entry: names that stand in its texts. Where the texts come from an interview, the names stay with those who
    read interviews: `other-children` is read by some who do not. */
const apartInAny: Readonly<Record<string, readonly Section[]>> = { otherChildren: ['other-children'] }

/** Entries that lie outside `core` as a whole: whoever may not read the section does not learn that there is one. No
    decision rests on one of them that somebody else's page has to show. */
const wholeApart: Readonly<Record<string, Section>> = {
  'plan-agreed': 'plan',
  'plan-drafted': 'plan',
  'plan-agreed-by': 'plan',
  'plan-reviewed': 'plan',
  'detail-known': 'plan',
  'detail-confirmed': 'plan',
  'detail-ended': 'plan',
  'health-known': 'health',
  'health-ended': 'health',
  'address-protected': 'protected-address',
  'address-protection-ended': 'protected-address',
  'person-shut-out': 'shut-out',
  'shut-out-ended': 'shut-out',
  'intelligence-recorded': 'police-intelligence',
  'finding-released': 'interview-restricted',
  'finding-kept': 'interview-restricted',
  'findings-compared': 'interview-restricted',
  'child-access-given': 'care-childs-account',
  'child-access-ended': 'care-childs-account',
  'child-wrote': 'care-childs-account',
  'child-answered': 'care-childs-account',
  'care-seen': 'care',
  'care-childs-word': 'care-childs-account',
  'care-named': 'care',
  'care-named-ended': 'care',
  'care-cadence-agreed': 'care',
  'care-plan-agreed': 'care',
  'care-audited': 'care-about-setting',
}

/** Of entries that say no more than that something was brought up to date: where that lies. */
const about: Readonly<Record<string, readonly Section[]>> = { 'plan-updated': ['plan'] }

/** What is said beside these, in sections of its own, is no part of the work: whoever reads none of it can do them. */
const saidBeside: ReadonlySet<string> = new Set(['concern-raised', 'care-returned'])

/** The sections outside `core` that whoever writes an entry of this type works in. Of a field that stands in several,
    the first: whoever reads there can do the work. */
export function workedIn(type: string): readonly Section[] {
  const ofType: Readonly<Record<string, readonly Section[]>> = apart[type] ?? {}
  const found = new Set([
    sectionOfEntry(type),
    ...Object.entries(ofType).flatMap(([field, [first]]) =>
      first === undefined || field === 'otherChildren' || saidBeside.has(type) ? [] : [first],
    ),
    ...(about[type] ?? []),
  ])
  return sections.filter((section) => section !== 'core' && found.has(section))
}

/** Where an entry of this type lies, but for its fields that are kept apart. */
export function sectionOfEntry(type: string): Section {
  return wholeApart[type] ?? 'core'
}

/** Every section in which a field of this type stands. */
export function sectionsOf(type: string, field: string): readonly Section[] {
  const ofType: Readonly<Record<string, readonly Section[]>> = apart[type] ?? {}
  return ofType[field] ?? apartInAny[field] ?? [sectionOfEntry(type)]
}

export function sectionOf(type: string, field: string): Section {
  return sectionsOf(type, field)[0] ?? sectionOfEntry(type)
}
