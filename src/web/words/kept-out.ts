import type { ShutOut } from '../../domain/child/record.ts'
import type { Section } from '../../domain/episode/sections.ts'
import { dateInWords } from '../../kernel/london.ts'

/** What a section holds, as it is said on a page. */
export const sectionWords: Readonly<Record<Section, string>> = {
  core: 'what everyone in the response shares',
  plan: 'the plan for when the child is not where expected',
  health: 'health and medicine',
  'protected-address': 'protected addresses',
  'police-intelligence': 'what police write for police',
  'interview-shared': 'what of a return interview was shared',
  'interview-restricted': 'what the child told an interviewer',
  'interview-passage': 'parts of what the child said that were shared',
  care: 'the register of Care',
  'care-childs-account': 'what the child says about their Care',
  'care-about-setting': 'what is said about a home',
  'other-children': 'names of other children',
  'shut-out': 'who is kept out of this record',
}

/** Who is kept out of what, until when it is looked at again. */
export function shutOutWords({ name, scope, reviewBy }: ShutOut): string {
  const what = {
    record: () => 'everything',
    episode: () => 'one episode',
    section: () => (scope.kind === 'section' ? sectionWords[scope.section] : ''),
  }[scope.kind]()
  return `${name}, from ${what}; review by ${dateInWords(reviewBy)}`
}
