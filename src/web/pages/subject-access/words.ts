import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import type { ChildToDisclose } from '../../../application/disclosure.ts'
import { dateInWords } from '../../../kernel/london.ts'
import { whenWords } from '../../components/time.ts'

export const path = '/subject-access'

export const standingWords: Readonly<Record<Standing['standing'], string>> = {
  disclosed: 'disclosed',
  'in-part': 'disclosed in part',
  withheld: 'withheld',
  'ask-them': 'ask them',
  asked: 'asked, no answer yet',
  'names-to-look-at': 'may name somebody else',
}

export function whoseRecord({ name, bornOn }: ChildToDisclose): string {
  const born = bornOn === undefined ? '' : `, born ${dateInWords(bornOn)}`
  return `${name ?? 'A child whose name is not known'}${born}`
}

/** When it happened, what it is, and who wrote it down. */
export function passageInWords({ passage }: Standing, now: string): string {
  const { occurred, type, by } = passage
  return `${whenWords(occurred.at, now, occurred.precision)}: ${type.replaceAll('-', ' ')}, by ${by.name}, ${by.organisationName}`
}

export function sectionInWords({ passage }: Standing): string {
  return passage.section === 'core' ? '' : `, ${passage.section.replaceAll('-', ' ')}`
}
