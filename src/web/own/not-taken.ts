import { newId } from '../../application/ids.ts'
import { parseId } from '../../kernel/ids.ts'
import { inSeconds } from '../pages/refused/view.ts'
import { codePage, enterPage, writePage } from './forms.ts'
import type { NotTaken, OwnAnswer, OwnRequest } from './route.ts'

/** What happened, and which button sends it once more. */
function notTakenInWords(why: NotTaken, button: string): string {
  return why.kind === 'stale'
    ? `This is not sent: the page had been open for too long, or in two places. Press ${button} again`
    : `This is not sent: too much came from here at once. Wait ${inSeconds(why.seconds)}, then press ${button}`
}

export function enterAgain(request: OwnRequest, why: NotTaken): OwnAnswer {
  const errors = [{ field: 'name', message: notTakenInWords(why, 'Come in') }]
  return { kind: 'page', html: enterPage(asked(request, errors), request.invented?.name) }
}

export function codeAgain(request: OwnRequest, why: NotTaken): OwnAnswer {
  const errors = [{ field: 'code', message: notTakenInWords(why, 'Come in') }]
  return { kind: 'page', html: codePage(asked(request, errors)) }
}

/** Nothing is asked of the record meanwhile, not even who their worker is. */
export function writeAgain(request: OwnRequest, why: NotTaken): OwnAnswer {
  if (!request.visit.isIn) return enterAgain(request, why)
  const id = parseId<'command'>(request.form.text('form')) ?? newId<'command'>()
  const errors = [{ field: 'words', message: notTakenInWords(why, 'Send') }]
  return { kind: 'page', html: writePage(asked(request, errors), id) }
}

function asked({ visit, form }: OwnRequest, errors: readonly { field: string; message: string }[]) {
  return { visit, form, errors }
}
