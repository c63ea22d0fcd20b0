import type { SubjectProjection } from '../ports.ts'

/** What there is of the read side of a record of which a part was disposed of: who may disclose the rest, and of whom it
    is. No list, no duty and nobody's reading rests on a chronology with gaps: it is given as projected without episodes. */
export function atRest({ card, grants }: SubjectProjection): SubjectProjection {
  const disclosing = grants.filter(({ section }) => section === 'disclosure')
  return { card, episodes: [], board: [], duties: [], grants: disclosing }
}
