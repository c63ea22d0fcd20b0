import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import { means } from '../../domain/episode/entry.ts'
import {
  homecomingLeads,
  sharedFor,
  tellable,
  type AskedAndAnswered,
  type HomecomingBodies,
  type InterviewBodies,
} from '../../domain/episode/return-bodies.ts'
import { otherChildren, yesNo } from './common-bodies.ts'
import { described, flag, id, list, maybe, moment, named, object, oneOf, text, type Shape } from './shape.ts'

const its = described(text, 'Its name, as it is today.')
const basis = 'The basis in law. Asked of each share, and of each decision not to.'
const wished = 'What the child wished, or why they were not asked. Asked of each.'
const restricted = 'Kept apart: read by those who read interviews.'
const answer: Shape<AskedAndAnswered> = named(
  'AskedAndAnswered',
  object({
    question: described(text, 'Its id in the set of questions.'),
    of: maybe(described(oneOf(['interviewer']), 'Left out: it is the child’s answer.')),
    asked: described(text, 'The question in the words in which it was asked.'),
    chosen: maybe(list(text)),
    words: maybe(text),
    notSaid: maybe(described(onlyTrue(), 'The child did not want to say.')),
  }),
)

type AfterAReturn = keyof HomecomingBodies | keyof InterviewBodies

/** The same of what comes with and after a return. */
export const returnBodies: { readonly [T in AfterAReturn]: Shape<EpisodeBodies[T]> } = {
  'homecoming-agreed': object({
    led: described(oneOf(homecomingLeads), 'Police lead where there is danger or a power of theirs is used.'),
    who: text,
    byWhen: moment,
    how: text,
    otherwise: described(text, 'Where instead, if the child will not come or the home will not have them.'),
    otherChildren,
  }),
  returned: object({
    to: text,
    placeOfSafety: maybe(described(flag, 'Not said counts as safe, so that both clocks run.')),
    how: oneOf([
      'by-themselves',
      'brought-by-police',
      'brought-by-carer',
      'brought-by-family',
      'brought-by-other',
    ]),
    condition: maybe(text),
    otherChildren,
  }),
  'child-welcomed': object({
    food: text,
    rest: text,
    medical: text,
    evidence: maybe(described(text, 'What was kept, where the child may have been assaulted.')),
    tonight: text,
    otherChildren,
  }),
  'conversation-held': object({ with: text, said: text, agreed: text, otherChildren }),
  'told-now': object({
    to: oneOf(tellable),
    with: described(id<'organisation'>(), 'The organisation that reads what was told.'),
    name: its,
    who: text,
    means: oneOf(means),
    passage: maybe(described(text, 'Kept apart: read by them, and by whoever reads interviews.')),
    otherChildren,
  }),
  'telling-answered': object({ telling: id<'entry'>(), did: text }),
  'prevention-check-done': object({
    officer: text,
    where: text,
    faceToFace: described(flag, 'A telephone call leaves the check open.'),
    alone: yesNo,
    withWhom: maybe(text),
    language: maybe(text),
    said: text,
    harm: yesNo,
    offences: maybe(text),
    whoHadThem: maybe(described(text, 'Who had the child while they were away.')),
    intelligence: maybe(described(text, 'Kept apart: only police read it.')),
    otherChildren,
  }),
  'prevention-check-not-possible': object({ because: text, whatThen: text }),
  'interview-offered': object({
    how: oneOf(means),
    by: text,
    choice: text,
    explained: maybe(described(text, 'What the child was told about it.')),
  }),
  'interview-accepted': object({ toldTo: text, childsWords: maybe(described(text, restricted)) }),
  'interview-declined': object({
    toldTo: text,
    childsOwnAnswer: flag,
    childsWords: maybe(text),
    keptOpen: maybe(described(text, 'How the child can still say yes.')),
  }),
  'interview-arranged': object({ at: moment, where: text, interviewer: text }),
  'interview-attempted': object({ because: text }),
  'interview-held': object({
    interviewer: text,
    caresForChild: flag,
    allocatedWorker: flag,
    whyAllocatedWorker: maybe(text),
    where: text,
    present: text,
    interpreter: maybe(text),
    advocate: maybe(text),
    childsWords: maybe(described(text, 'Kept apart: read by the interviewer’s own service.')),
    shared: maybe(described(text, 'What the child agrees that others read.')),
  }),
  'interview-not-held': object({ reason: text }),
  'interview-served': object({
    episode: described(id<'episode'>(), 'Another episode of this child, in which the interview was held.'),
    interview: id<'entry'>(),
  }),
  'carers-account-taken': object({ from: text, account: text, otherChildren }),
  'host-asked': object({ council: id<'organisation'>(), name: its, why: text }),
  'host-answered': object({ asked: id<'entry'>(), accepted: flag, reason: text }),
  'interview-written-up': object({
    interview: id<'entry'>(),
    again: maybe(described(id<'entry'>(), 'The sending back that this answers.')),
    set: maybe(object({ set: text, edition: text })),
    answers: maybe(described(list(answer), restricted)),
    view: maybe(described(text, restricted)),
  }),
  'interview-sent-back': object({ writeUp: id<'entry'>(), comments: maybe(described(text, restricted)) }),
  'interview-approved': object({ writeUp: id<'entry'>() }),
  'interview-added-to': object({ interview: id<'entry'>(), text: maybe(described(text, restricted)) }),
  'passage-not-shared': object({
    interview: id<'entry'>(),
    name: text,
    why: text,
    basis: maybe(described(text, basis)),
    wished: maybe(described(text, `${wished} ${restricted}`)),
    purpose: maybe(described(oneOf(sharedFor), 'For whom it is not written. Asked of each decision.')),
    finding: maybe(described(id<'entry'>(), 'The finding that it is about.')),
    passage: maybe(
      described(text, 'What they are not given. Kept apart: read by whoever reads the interview.'),
    ),
  }),
  'passage-shared': object({
    interview: described(
      id<'entry'>(),
      'The interview, or the child’s own refusal of it, that it is a part of.',
    ),
    with: described(id<'organisation'>(), 'The organisation that may read the passage from now on.'),
    name: described(text, 'Its name, as it is today.'),
    why: text,
    basis: maybe(described(text, basis)),
    wished: maybe(described(text, `${wished} Kept apart: read by them, and by whoever reads the interview.`)),
    purpose: maybe(described(oneOf(sharedFor), 'For whom the summary is written. Asked of each share.')),
    finding: maybe(described(id<'entry'>(), 'The finding that it tells of.')),
    passage: maybe(described(text, 'Kept apart: read by them, and by whoever reads the interview.')),
    otherChildren,
  }),
}

function onlyTrue(): Shape<true> {
  return { type: 'boolean', const: true }
}
