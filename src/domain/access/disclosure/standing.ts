import type { OrganisationId } from '../../episode/entry.ts'
import type { ActOf } from './acts.ts'
import type { Passage } from './passage.ts'
import { rulingOn, type Ruling, type SubjectAccess } from './request.ts'
import { possibleNames } from './third-parties.ts'
import type { Part } from './acts.ts'

/** How a passage stands before an export. */
export type PassageStanding = 'disclosed' | 'in-part' | 'withheld' | 'ask-them' | 'asked' | 'names-to-look-at'

export interface Standing {
  readonly passage: Passage
  readonly ruling: Ruling
  readonly standing: PassageStanding
  /** Where it may name somebody else, and nothing withholds it. */
  readonly names: readonly Part[]
}

/** Another organisation's passage waits until they have answered; one that may name somebody else, until somebody has
    looked. Both can be withheld at once. */
export function standingsOf(
  passages: readonly Passage[],
  access: SubjectAccess,
  controller: OrganisationId,
  known: ReadonlySet<string>,
): readonly Standing[] {
  return passages.map((passage) => {
    const ruling = rulingOn(access, passage.id)
    const names = namesIn(passage, ruling, known)
    return { passage, ruling, names, standing: standingOf(passage, ruling, controller, names) }
  })
}

/** What has to be decided before anything may be exported. */
export function undecided(standings: readonly Standing[]): readonly Standing[] {
  return standings.filter(({ standing }) => ['ask-them', 'asked', 'names-to-look-at'].includes(standing))
}

function standingOf(
  { controller: theirs, lines }: Passage,
  { whole, answered, asked, parts, lookedThrough }: Ruling,
  controller: OrganisationId,
  names: readonly Part[],
): PassageStanding {
  if (whole !== undefined) return 'withheld'
  if (theirs.organisation !== controller) {
    if (answered === undefined) return asked === undefined ? 'ask-them' : 'asked'
    if (answered.said.answer !== 'disclose' || lines === undefined) return 'withheld'
  }
  if (names.length > 0 && lookedThrough === undefined) return 'names-to-look-at'
  return parts.length > 0 ? 'in-part' : 'disclosed'
}

function namesIn({ lines = [] }: Passage, { parts }: Ruling, known: ReadonlySet<string>): readonly Part[] {
  return lines.flatMap(({ text }, line) =>
    possibleNames(text, known)
      .filter((name) => !parts.some((part) => covers(part, line, name)))
      .map((name) => ({ line, ...name })),
  )
}

function covers(
  { said: { part } }: ActOf<'withheld'>,
  line: number,
  name: { from: number; to: number },
): boolean {
  return part?.line === line && part.from <= name.from && part.to >= name.to
}
