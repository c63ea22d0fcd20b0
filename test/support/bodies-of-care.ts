import type { CareBodies } from '../../src/domain/episode/care-bodies.ts'

/** The same of Care that is missing. */
export const ordinaryOfCare: CareBodies = {
  'care-reported-missing': { to: 'reviewing-officer', who: 'Amara Osei', means: 'telephone' },
  'care-located': {
    seenBy: 'Kofi Mensah',
    howKnown: 'Her diary shows the visit to another child',
    where: 'Another child’s home',
  },
  'care-returned': {
    seenBy: 'Ruth Adeyemi',
    how: 'She came, and talked with him alone for an hour',
    childSays: 'yes',
    childsWords: 'She came, and she listened',
  },
  'care-conversation-held': {
    with: 'Amara Osei',
    chosenByChild: true,
    holdsIt: false,
    harm: 'no',
    whileAway: 'Nobody asked me about school',
    whatHelps: 'Ring her team, not her',
  },
  'care-repair-agreed': { what: 'She says sorry, and comes every fortnight', by: 'Dana Whitlock' },
  'care-prevention-agreed': {
    keep: 'Two visits are in the diary ahead',
    ifMissing: 'Ruth rings the team on the same day',
    afterwards: 'Somebody he chooses asks him about it',
  },
}
