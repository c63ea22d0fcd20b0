import { noQuestionSets, questionSet, type QuestionSets } from '../../../application/question-sets.ts'
import { showing, type Answer, type AuditLine, type Permission, type Visit } from '../../route.ts'
import type { Route } from '../../route.ts'
import { paperPage } from './paper.ts'
import { questionsPage } from './questions.ts'
import { setsPage } from './view.ts'

const audit: AuditLine = { kind: 'nothing', because: 'a set of questions holds nothing of any child' }
const may: Permission & { kind: 'signed-in' } = { kind: 'signed-in' }

export const interviewRoutes: readonly Route[] = [
  { method: 'GET', path: '/interviews', may, audit, handle: list },
  { method: 'GET', path: '/interviews/:set/:edition', may, audit, handle: show },
  { method: 'GET', path: '/interviews/:set/:edition/paper', may, audit, handle: paper },
]

function list({ app, page }: Visit): Promise<Answer> {
  return Promise.resolve(showing(setsPage(page, setsOf(app))))
}

function show(visit: Visit): Promise<Answer> {
  const sets = setsOf(visit.app)
  const set = asked(visit, sets)
  return Promise.resolve(
    set === undefined ? { kind: 'not-found' } : showing(questionsPage(visit.page, set, sets.factors)),
  )
}

function paper(visit: Visit): Promise<Answer> {
  const set = asked(visit, setsOf(visit.app))
  return Promise.resolve(set === undefined ? { kind: 'not-found' } : showing(paperPage(visit.page, set)))
}

function setsOf({ questionSets = noQuestionSets }: Visit['app']): QuestionSets {
  return questionSets
}

function asked({ params }: Visit, sets: QuestionSets) {
  return questionSet(sets, params['set'] ?? '', params['edition'] ?? '')
}
