import { detailKinds, type Detail } from '../../domain/child/detail-kinds.ts'
import { detailLines } from '../../domain/child/detail.ts'
import { dateInWords } from '../../kernel/london.ts'

/** "Telephone: 07700 900123, Calder Mobile": to choose it by, the first three things that it says. */
export function detailInALine(detail: Detail): string {
  const said = detailLines(detail, dateInWords).map(({ text }) => text)
  return `${detailKinds[detail.kind].called}: ${said.slice(0, 3).join(', ')}`
}
