import { londonDate } from '../../../kernel/london.ts'
import type { CountedRow } from '../../../application/queries/return-figures.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import type { Grouping } from './fields.ts'
import { settingWords, statusWords } from './words.ts'

const monthNames = 'January February March April May June July August September October November December'

/** By what a return is grouped, in an order that a reader expects. */
export function keyOf(by: Grouping): (row: CountedRow) => string {
  switch (by) {
    case 'council':
      return ({ counted }) => counted.council ?? ''
    case 'month':
      return ({ back }) => londonDate(back.returned.at).slice(0, 7)
    case 'setting':
      return ({ counted }) => counted.setting ?? ''
    case 'status':
      return ({ counted }) => counted.status
    case 'age':
      return ({ counted }) => (counted.age === undefined ? '' : String(counted.age).padStart(2, '0'))
  }
}

export function keyWords(by: Grouping, key: string, directory: Directory): string {
  if (key === '') return 'not known'
  switch (by) {
    case 'council':
      return directory.organisations.find(({ id }) => id === key)?.name ?? 'a council that is not kept here'
    case 'month':
      return `${monthNames.split(' ')[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`
    case 'setting':
      return settingWords[key as keyof typeof settingWords]
    case 'status':
      return statusWords[key as keyof typeof statusWords]
    case 'age':
      return `${Number(key)} years`
  }
}
