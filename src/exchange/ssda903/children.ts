import type { ChildId } from '../../domain/episode/entry.ts'
import type { ChildToImport, SpellToImport } from '../../application/commands/import-child.ts'
import type { EpisodeRow } from './episodes.ts'
import type { HeaderRow } from './header.ts'
import type { MissingRow } from './missing.ts'
import { careOf, placementsOf } from './stretches.ts'

/** The rows of each child put together. Both lists are by child and start. */
export function childrenOf(
  headers: Iterable<HeaderRow>,
  episodes: readonly EpisodeRow[],
  missing: readonly MissingRow[],
  idOf: (key: string) => ChildId,
): readonly ChildToImport[] {
  const rows = Map.groupBy(episodes, ({ child }) => child)
  const spells = Map.groupBy(missing, ({ child }) => child)
  return Array.from(headers, ({ child, file, line, bornOn, pronoun }) => ({
    id: idOf(child),
    key: child,
    row: { file, line },
    bornOn,
    pronoun,
    care: careOf(rows.get(child) ?? []),
    placements: placementsOf(rows.get(child) ?? []),
    spells: spellsOf(spells.get(child) ?? []),
  }))
}

function spellsOf(rows: readonly MissingRow[]): readonly SpellToImport[] {
  return rows.map(({ file, line, kind, from, until }, index) => ({
    kind,
    from,
    ...(until !== undefined && { until }),
    nth: rows.slice(0, index).filter((row) => row.from === from).length + 1,
    row: { file, line },
  }))
}
