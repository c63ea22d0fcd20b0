import { othersOf, type Rule } from './question.ts'
import { naming } from './reference.ts'

/** Each step of an enquiry is of one that was begun, and it has one outcome. */
export const ofAnEnquiry: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'enquiry-saw-child' && entry.type !== 'enquiry-concluded') return undefined
  const { enquiry } = entry.body
  const wrong = naming(question, enquiry, ['enquiry-begun'], 'not-an-enquiry')
  if (wrong !== undefined || entry.type === 'enquiry-saw-child') return wrong
  return othersOf(question, 'enquiry-concluded').some(({ body }) => body.enquiry === enquiry)
    ? { kind: 'enquiry-already-concluded' }
    : undefined
}
