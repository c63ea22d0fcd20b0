import type { PoliceTold } from '../../../../domain/episode/entry.ts'
import type { Occurred } from '../../../../domain/episode/entry.ts'
import type { Post } from '../../../../domain/child/directory.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { optionalText, text } from '../../../forms/fields-text.ts'
import { happened } from '../../../forms/fields-when.ts'
import { read, readFields, type Read } from '../../../forms/fields.ts'
import type { Form } from '../../../forms/form.ts'

export interface Told {
  readonly police: PoliceTold
  readonly at: Occurred
}

/** For whoever rang: pressing the button tells nobody, so it asks what only a call can answer. */
export const rangFields = {
  number: branch({
    legend: 'Which number did you ring?',
    missing: 'Choose which number you rang. If you have not rung yet, ring first',
    arms: {
      // Keys that are numbers would be put in the order of the numbers.
      emergency: { text: '999', fields: {} },
      'not-emergency': { text: '101', fields: {} },
      other: {
        text: 'Another number',
        fields: {
          which: text({
            label: 'Which number',
            kind: 'telephone',
            width: 20,
            missing: 'Enter the number that you rang',
          }),
        },
      },
    },
  }),
  callTaker: text({
    label: 'Who answered?',
    hint: 'A name or a collar number. If they gave none, write: not given',
    missing: 'Enter who answered. If they gave no name, write: not given',
  }),
  reference: optionalText({
    label: 'Police reference, if you have it',
    hint: 'It may follow later: you can add it then',
    width: 20,
  }),
  at: happened({ legend: 'When did you ring?' }),
}

/** For a post of the force: accepting it is being told. */
export const acceptedFields = {
  reference: optionalText({ label: 'Your reference, if there is one yet', width: 20 }),
  at: happened({ legend: 'When did you accept it?' }),
}

/** `now` is UTC. */
export function readTold(form: Form, post: Post, isPolice: boolean, now: Moment): Read<Told> {
  if (isPolice) {
    const found = readFields(acceptedFields, form, now)
    if (found.kind === 'problems') return found
    const { reference, at } = found.value
    return read({
      police: { kind: 'accepted', post: post.id, ...(reference !== undefined && { reference }) },
      at,
    })
  }
  const found = readFields(rangFields, form, now)
  if (found.kind === 'problems') return found
  const { number, callTaker, reference, at } = found.value
  const rung = number.kind === 'other' ? number.which : number.kind === 'emergency' ? '999' : '101'
  const police = {
    kind: 'rang',
    number: rung,
    callTaker,
    ...(reference !== undefined && { reference }),
  } as const
  return read({ police, at })
}
