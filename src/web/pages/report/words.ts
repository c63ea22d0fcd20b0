import { londonTime } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { pronounsOf, type Named } from '../../words/child.ts'

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`
}

/** "tonight" from six in the evening until six in the morning. */
export function thisTime(now: Moment): 'today' | 'tonight' {
  const hour = Number(londonTime(now).slice(0, 2))
  return hour >= 18 || hour < 6 ? 'tonight' : 'today'
}

/** "he is", "she has", "they were": the pronoun with a verb of its own number. */
export function withVerb(child: Named, singular: string, plural: string): string {
  const { they } = pronounsOf(child)
  return `${they} ${they === 'they' ? plural : singular}`
}

/** Who and which question, above the question itself: "Jay Mercer · question 2". */
export function captionOf(child: Named, question: number): string {
  return `${child.name ?? 'Child, name not known'} · question ${question}`
}
