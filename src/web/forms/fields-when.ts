import type { Occurred } from '../../domain/episode/entry.ts'
import { endOfLondonDay } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { read, type Field } from './fields.ts'
import { readDay, readWhen, type When } from './when.ts'
import { whenField } from './when-field.ts'

type Asked = Pick<When, 'legend' | 'hint' | 'startDay'>

/** When it happened: a London day and time, now until something else is typed. */
export function happened(asked: Asked): Field<Occurred> {
  return {
    show: (name, { form, errors, now }) => whenField({ name, ...asked }, form, errors, now),
    read: (name, form, now) => {
      const found = readWhen({ name, ...asked }, form, now)
      // Not optional, so that `none` does not come; said as now all the same, which is what the field starts with.
      if (found.kind === 'none') return read({ at: now, precision: 'minute' })
      return found.kind === 'at' ? read(occurred(found)) : found
    },
  }
}

/** When it happened, where the day is enough: without a time, some time on that London day. */
export function happenedOnDay(asked: Asked): Field<Occurred> {
  const when = (name: string): When => ({ name, dayEnough: true, ...asked })
  const exactly = happened(asked)
  return {
    show: (name, { form, errors, now }) => whenField(when(name), form, errors, now),
    read: (name, form, now) => {
      if (form.text(`${name}-time`) !== '') return exactly.read(name, form, now)
      const day = readDay(name, form, now)
      return typeof day === 'string' ? read({ at: endOfLondonDay(day), precision: 'day' }) : day
    },
  }
}

export function optionallyHappened(asked: Asked): Field<Occurred | undefined> {
  const when = (name: string): When => ({ name, optional: true, ...asked })
  return {
    show: (name, { form, errors, now }) => whenField(when(name), form, errors, now),
    read: (name, form, now) => {
      const found = readWhen(when(name), form, now)
      if (found.kind === 'none') return read(undefined)
      return found.kind === 'at' ? read(occurred(found)) : found
    },
  }
}

/** A time to come: a review, an appointment. Whether it is late enough is for the rules to say. */
export function ahead(asked: Asked): Field<Moment> {
  const when = (name: string): When => ({ name, ahead: true, ...asked })
  return {
    show: (name, { form, errors, now }) => whenField(when(name), form, errors, now),
    read: (name, form, now) => {
      const found = readWhen(when(name), form, now)
      if (found.kind === 'none') return read(now)
      return found.kind === 'at' ? read(found.at) : found
    },
  }
}

function occurred({ at, about }: { readonly at: Moment; readonly about: boolean }): Occurred {
  return { at, precision: about ? 'about' : 'minute' }
}
