import { reportCare } from '../../../application/commands/report-care.ts'
import { idFrom } from '../../../application/ids.ts'
import { parseId } from '../../../kernel/ids.ts'
import { occurred } from '../bodies.ts'
import { yesNo } from '../common-bodies.ts'
import { answering, problemReply, taking, type Call, type Operation, type Reply } from '../operation.ts'
import { keyUsed, undoneReply } from '../outcome.ts'
import { notValid } from '../problem.ts'
import { closed } from '../schemas.ts'
import { described, flag, id, list, maybe, named, object, text, type ValueOf } from '../shape.ts'
import { occurredAsKept } from '../take.ts'
import { careToReport } from '../../../application/queries/care-to-report.ts'
import { notFound } from './reading.ts'

const missing = object({
  noticed: described(occurred, 'When it was noticed.'),
  danger: described(yesNo, 'Asked before anything else: is anyone in danger, hurt or afraid?'),
  harmByWorker: described(flag, 'Somebody who works with children is said to have harmed a child.'),
  complaint: described(flag, 'Somebody wishes to complain.'),
  strands: described(list(text), 'What is missing, by the codes of the edition of expected Care in force.'),
  expected: described(text, 'When and where it was expected.'),
  why: described(text, 'What makes somebody think that it is missing.'),
  childsAccount: maybe(described(text, 'The child’s own words. Kept apart.')),
  worriedNow: described(flag, 'Whether the safety of Care, or of anyone, is at risk now.'),
})

export const careMissingOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/children/{child}/care-missing',
    operationId: 'beginCareEpisode',
    tag: 'episodes',
    summary: 'A part of a child’s Care is not where it is expected',
    description:
      'Begins an episode of Care. Nobody is told by this: ring for help for whoever is in danger first, then those who must act. Whoever holds what is missing does not run the search.',
    may: { kind: 'may', command: 'raise-concern' },
    audit: { kind: 'entry', what: 'concern-raised, threshold-assessed' },
    body: {
      schema: closed(missing),
      example: {
        noticed: { at: '2026-03-28T21:40:00Z', precision: 'minute' },
        danger: 'no',
        harmByWorker: false,
        complaint: false,
        strands: ['social-worker-visit'],
        expected: 'On Friday at the home',
        why: 'Nobody came',
        worriedNow: false,
      },
    },
    refuses: true,
    answer: {
      status: 201,
      description: 'The episode of Care has begun.',
      schema: named('CareBegun', object({ episode: id<'episode'>() })),
    },
    handle: taking(missing, report),
  },
]

async function report(call: Call, sent: ValueOf<typeof missing>): Promise<Reply> {
  const { app, who, params, key } = call
  const child = parseId<'child'>(params['child'] ?? '')
  const shown = child && (await careToReport(app, who.visitor, child))
  if (child === undefined || shown === undefined) return notFound()
  const known = new Set(shown.strands.map(({ strand }) => strand))
  if (sent.strands.length === 0 || sent.strands.some((code) => !known.has(code)))
    return problemReply(
      notValid([{ pointer: '#/strands', detail: 'must name strands of the edition of expected Care' }]),
    )
  const outcome = await reportCare(app, {
    ...sent,
    visitor: who.visitor,
    author: who.author,
    commandId: key,
    child,
    noticed: occurredAsKept(sent.noticed),
  })
  if (outcome.kind === 'overtaken') return keyUsed()
  if (outcome.kind !== 'done') return undoneReply(call, idFrom('episode', child, key), outcome)
  const { episode } = outcome
  return answering({ episode }, { location: `/api/v1/episodes/${episode}` })
}
