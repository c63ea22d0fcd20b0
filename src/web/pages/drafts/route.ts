import { parseId } from '../../../kernel/ids.ts'
import { clockTime } from '../../components/time.ts'
import { wholeField } from '../../draft-parts.ts'
import { placeIn, wholePlaceIn } from '../../drafts-here.ts'
import type { Form } from '../../forms/form.ts'
import { seeing, type Answer, type OpenVisit, type Route, type Visit } from '../../route.ts'

const audit = { kind: 'nothing', because: 'only what the visitor typed, not yet recorded' } as const

/** Where the script keeps what is typed, and where a person throws it away. */
export const draftRoutes: readonly Route[] = [
  // Asked by the script alone: whoever is signed out is told so, and is not led to sign in for it.
  { method: 'POST', path: '/drafts', may: { kind: 'anyone' }, audit, handle: keep },
  { method: 'POST', path: '/drafts/drop', may: { kind: 'signed-in' }, audit, handle: drop },
]

async function keep({ drafts, form }: OpenVisit): Promise<Answer> {
  if (drafts === undefined) return { kind: 'json', body: { kept: false, because: 'signed-out' } }
  if (form.has(wholeField)) return keepPart(drafts, form)
  const kept = await drafts.keep(form.typed('_address'), form)
  return { kind: 'json', body: kept ? { kept } : { kept, because: 'spent' } }
}

/** When it was saved, by the server's clock: the page says no other time. */
async function keepPart(drafts: NonNullable<OpenVisit['drafts']>, form: Form): Promise<Answer> {
  const place = wholePlaceIn(form.typed('_address'))
  const draft = place === undefined ? undefined : await drafts.keepPart(place, form, false)
  const body = draft ? { kept: true, at: clockTime(draft.saved) } : { kept: false, because: 'gone' }
  return { kind: 'json', body }
}

async function drop({ drafts, form }: Visit): Promise<Answer> {
  const address = form.typed('address')
  const draft = parseId<'command'>(form.text('draft'))
  if (placeIn(address) === undefined || draft === undefined) return { kind: 'not-found' }
  await drafts?.drop(address, draft)
  return seeing(address)
}
