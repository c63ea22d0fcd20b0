import type { Occurred, OrganisationId } from '../../episode/entry.ts'
import type { ActOf } from './acts.ts'
import { withholdingReasons } from './reasons.ts'
import type { Standing } from './standing.ts'

/** What leaves: exactly what is disclosed, and what is withheld and why as far as that may be said. */
export interface Disclosed {
  readonly passages: readonly DisclosedPassage[]
  readonly withheld: readonly Withheld[]
}

export interface DisclosedPassage {
  readonly occurred: Occurred
  readonly what: string
  readonly by: string
  readonly organisation: string
  readonly lines: readonly { readonly field: string; readonly text: string }[]
}

export interface Withheld {
  /** The London day would tell too much of some: only of whom and why. */
  readonly organisation: string
  readonly why: string
  readonly times: number
}

/** Throws for what is not decided yet: whoever exports has to ask first. */
export function disclosedOf(standings: readonly Standing[], controller: OrganisationId): Disclosed {
  const shown = standings.filter(({ standing }) => standing === 'disclosed' || standing === 'in-part')
  const hidden = standings.filter(({ standing }) => standing === 'withheld')
  if (shown.length + hidden.length !== standings.length) throw new Error('A passage is not decided yet')
  return {
    passages: shown.flatMap((one) => {
      const left = disclosed(one)
      const isEmptied = left.lines.length === 0 && (one.passage.lines ?? []).length > 0
      return isEmptied ? [] : [left]
    }),
    withheld: counted([
      ...hidden.flatMap((one) => whyWhole(one, controller)),
      ...shown.flatMap(({ passage, ruling }) =>
        ruling.parts.flatMap((part) => saidOf(part, passage.by.organisationName, 'a part: ')),
      ),
    ]),
  }
}

function disclosed({ passage, ruling }: Standing): DisclosedPassage {
  const { occurred, type, by, lines = [] } = passage
  return {
    occurred,
    what: type.replaceAll('-', ' '),
    by: by.name,
    organisation: by.organisationName,
    lines: lines.flatMap(({ field, text }, line) => {
      const parts = ruling.parts.filter(({ said }) => said.part?.line === line)
      const left = without(text, parts)
      // A field in which nothing stands any more would show that something did.
      return parts.length > 0 && !/[\p{L}\p{N}]/u.test(left) ? [] : [{ field, text: left }]
    }),
  }
}

/** Stretches that overlap are one, and it says that something is withheld only where all of it may say so. */
function without(text: string, parts: readonly ActOf<'withheld'>[]): string {
  const letters: (ActOf<'withheld'> | undefined)[] = Array.from({ length: text.length })
  for (const act of parts) {
    const { from, to } = act.said.part ?? { from: 0, to: text.length }
    for (let at = from; at < Math.min(to, text.length); at++)
      if (letters[at] === undefined || !maySay(act)) letters[at] = act
  }
  let left = ''
  for (let at = 0; at < text.length; at++) {
    const act = letters[at]
    // Two spaces would show where something was.
    if (act === undefined && isSeam(letters[at - 1], left, text.charAt(at))) continue
    if (act === undefined) left += text.charAt(at)
    else if (act !== letters[at - 1] && maySay(act))
      left += `[withheld: ${withholdingReasons[act.said.reason].words}]`
  }
  return left
}

function isSeam(before: ActOf<'withheld'> | undefined, left: string, next: string): boolean {
  return before !== undefined && !maySay(before) && next === ' ' && (left === '' || left.endsWith(' '))
}

function whyWhole(
  { passage, ruling: { whole } }: Standing,
  controller: OrganisationId,
): readonly Omit<Withheld, 'times'>[] {
  const isOwn = passage.controller.organisation === controller
  // What police hold for law enforcement is neither confirmed nor denied by anybody else, whatever reason they give.
  if (passage.controller.law === 'part-3' && !isOwn) return []
  if (whole !== undefined) return saidOf(whole, passage.by.organisationName)
  return [{ organisation: passage.controller.name, why: withholdingReasons['other-controller'].words }]
}

function saidOf(
  act: ActOf<'withheld'>,
  organisation: string,
  before = '',
): readonly Omit<Withheld, 'times'>[] {
  return maySay(act) ? [{ organisation, why: before + withholdingReasons[act.said.reason].words }] : []
}

function maySay({ said: { reason } }: ActOf<'withheld'>): boolean {
  return withholdingReasons[reason].maySay
}

function counted(all: readonly Omit<Withheld, 'times'>[]): readonly Withheld[] {
  return [...Map.groupBy(all, ({ organisation, why }) => `${organisation}\n${why}`).values()].flatMap(
    (same) => {
      const [first] = same
      return first === undefined ? [] : [{ ...first, times: same.length }]
    },
  )
}
