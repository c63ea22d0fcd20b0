import { decideOn, exportDisclosure } from '../../../application/commands/disclose.ts'
import { newId } from '../../../application/ids.ts'
import { disclosure } from '../../../application/queries/disclosures.ts'
import type { RequestId } from '../../../domain/access/disclosure/acts.ts'
import { cannotBeLonger } from '../../../domain/access/disclosure/withholding.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { FieldError } from '../../components/errors.ts'
import { exportFields } from '../../forms/export-fields.ts'
import { readFields } from '../../forms/fields.ts'
import { seeing, showing, type Answer, type Visit } from '../../route.ts'
import { withholdingWords } from './deciding.ts'
import { formatFields, longerFields, wordsFields } from './request-fields.ts'
import { fileOf } from './record-file.ts'
import { requestPage, type SentTo } from './request-view.ts'
import { path } from './words.ts'

const tooLong = {
  extended: 'It has been made longer once already',
  'not-later': 'Enter a day later than the one on which it is due',
  'too-long': 'Enter a day not more than three months after it came',
} as const

export function showRequest(visit: Visit): Promise<Answer> {
  return shown(visit)
}

export async function makeLonger(visit: Visit): Promise<Answer> {
  const read = readFields(longerFields, visit.form, visit.page.now)
  if (read.kind === 'problems') return shown(visit, { kind: 'longer', errors: read.problems })
  const { until, because } = read.value
  const outcome = await decide(visit, ({ access }) => {
    const fault = cannotBeLonger(access, until)
    return fault === undefined
      ? { said: [{ kind: 'extended', due: until, reason: because }] }
      : { refused: { field: 'until', message: tooLong[fault] } }
  })
  return answered(visit, 'longer', outcome)
}

export async function withhold(visit: Visit): Promise<Answer> {
  const read = readFields(wordsFields, visit.form, visit.page.now)
  if (read.kind === 'problems') return shown(visit, { kind: 'words', errors: read.problems })
  const { words, reason, why } = read.value
  const outcome = await decide(visit, ({ standings }) =>
    withholdingWords(standings, words, { reason, words: why }, 'words'),
  )
  return answered(visit, 'words', outcome)
}

export async function exportRequest(visit: Visit): Promise<Answer> {
  const { app, who, files, form, page } = visit
  const read = readFields({ ...formatFields, ...exportFields }, form, page.now)
  if (read.kind === 'problems') return shown(visit, { kind: 'export', errors: read.problems })
  const request = requestIn(visit)
  if (request === undefined) return { kind: 'not-found' }
  const command = commandIn(visit)
  const exported = await exportDisclosure(app, who.visitor, who.author, { ...read.value, request, command })
  if (exported.kind === 'not-found') return { kind: 'not-found' }
  if (exported.kind === 'undecided') {
    const message = `Decide about ${exported.passages} more passages first`
    return shown(visit, { kind: 'export', errors: [{ field: 'format', message }] })
  }
  if (exported.kind === 'not-the-same') {
    const message =
      'This was saved before from the same page, and the record or what you entered has changed since. Save it again to have it as it is now'
    return shown(visit, { kind: 'export', errors: [{ field: 'format', message }] })
  }
  return fileOf(files, read.value.format, exported.record, 'record')
}

type Decided = Parameters<typeof decideOn<FieldError>>[4]

async function decide(visit: Visit, decided: Decided) {
  const { app, who } = visit
  const request = requestIn(visit)
  return request === undefined
    ? ({ kind: 'not-found' } as const)
    : decideOn(app, who.visitor, who.author, { request, command: commandIn(visit) }, decided)
}

function answered(
  visit: Visit,
  kind: SentTo['kind'],
  outcome: Awaited<ReturnType<typeof decide>>,
): Promise<Answer> | Answer {
  if (outcome.kind === 'not-found') return { kind: 'not-found' }
  if (outcome.kind === 'refused') return shown(visit, { kind, errors: [outcome.refused] })
  return seeing(`${path}/${visit.params['request'] ?? ''}`)
}

async function shown(visit: Visit, sent?: Omit<SentTo, 'form'>): Promise<Answer> {
  const { app, who, form, query, page } = visit
  const request = requestIn(visit)
  const found = request && (await disclosure(app, who.visitor, who.author, request))
  if (found === undefined) return { kind: 'not-found' }
  const more = sent === undefined ? {} : { sent: { ...sent, form } }
  const from = Number(/^\d{1,5}$/.exec(query.text('from'))?.[0] ?? 0)
  return showing(
    requestPage({ visit: page, found, directory: who.directory, command: newId(), from, ...more }),
    sent === undefined ? 200 : 400,
  )
}

function requestIn({ params }: Visit): RequestId | undefined {
  return parseId(params['request'] ?? '')
}

function commandIn({ form }: Visit): string {
  return parseId(form.text('command')) ?? newId()
}
