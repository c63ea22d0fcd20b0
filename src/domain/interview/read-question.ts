import type { Source } from '../protocol/protocol.ts'
import { readSource, type Sources } from '../protocol/read-clause.ts'
import * as read from '../protocol/read-fields.ts'
import type { Fields, Place } from '../protocol/read-fields.ts'
import {
  other,
  questionKinds,
  speakers,
  type Condition,
  type Option,
  type Question,
  type QuestionKind,
  type Speaker,
} from './question-set.ts'

const questionFields = ['id', 'of', 'asks', 'kind', 'options', 'suggests', 'when', 'note', 'source']

/** One question of an edition. `usual` is the source of its chapter, for a question that names none. */
export function readQuestion(
  value: unknown,
  sources: Sources,
  usual: Source | undefined,
  place: Place,
): Question {
  const fields = read.fieldsOf(value, questionFields, place)
  const id = read.nameOf(fields, 'id', place)
  const here = id === '' ? place : { ...place, at: id }
  const of = read.oneOf(fields['of'], speakers, 'child or interviewer', here) ?? 'child'
  const kind = read.oneOf(fields['kind'], questionKinds, 'a kind of question', here) ?? 'words'
  return {
    id,
    of,
    asks: read.textOf(fields, 'asks', here),
    kind,
    options: readOptions(fields, kind, of, here),
    when: read.listOf(fields['when']).map((one) => readCondition(one, read.within(here, 'when'))),
    ...(fields['note'] !== undefined && { note: read.textOf(fields, 'note', here) }),
    source:
      usual !== undefined && fields['source'] === undefined
        ? usual
        : readSource(fields['source'], sources, here),
  }
}

const dontKnow: Readonly<Record<Speaker, string>> = { child: 'I do not know', interviewer: 'Not known' }

/** Words have no options, yes-no has its own three, and every list ends with something else. */
function readOptions(fields: Fields, kind: QuestionKind, of: Speaker, place: Place): readonly Option[] {
  const isList = kind === 'one-of' || kind === 'many-of'
  if (!isList && fields['options'] !== undefined)
    read.report(place, `"options" are of one-of and many-of, and this is ${kind}`)
  if (kind !== 'yes-no' && fields['suggests'] !== undefined)
    read.report(place, `"suggests" is what a yes suggests, and this is ${kind}`)
  if (kind === 'yes-no')
    return [
      { id: 'yes', says: 'Yes', suggests: codesOf(fields, place) },
      { id: 'no', says: 'No', suggests: [] },
      { id: 'not-known', says: dontKnow[of], suggests: [] },
    ]
  if (!isList) return []
  const given = read.listOf(fields['options']).map((one) => readOption(one, read.within(place, 'options')))
  return [...given, { id: other, says: 'Something else', suggests: [] }]
}

function readOption(value: unknown, place: Place): Option {
  const fields = read.fieldsOf(value, ['id', 'says', 'suggests'], place)
  return {
    id: read.nameOf(fields, 'id', place),
    says: read.textOf(fields, 'says', place),
    suggests: codesOf(fields, place),
  }
}

function readCondition(value: unknown, place: Place): Condition {
  const fields = read.fieldsOf(value, ['question', 'is'], place)
  return { question: read.nameOf(fields, 'question', place), is: namesOf(fields['is'], 'is', place) }
}

function codesOf(fields: Fields, place: Place): readonly string[] {
  return namesOf(fields['suggests'], 'suggests', place)
}

function namesOf(value: unknown, key: string, place: Place): readonly string[] {
  return read.listOf(value).map((one) => read.nameOf({ [key]: one }, key, place))
}
