import { createHash } from 'node:crypto'
import {
  largestPicture,
  type PictureFault,
  type SafePicture,
  type TakePicture,
} from '../../../application/pictures.ts'
import { day } from '../../forms/fields-day.ts'
import { text } from '../../forms/fields-text.ts'
import { readFields, type Read, type Values } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import type { FieldError } from '../../components/errors.ts'
import type { SentFile } from '../../route.ts'
import type { Moment } from '../../../kernel/moment.ts'

/** Outside what is kept as a draft: a file is chosen anew. */
export const pictureField = '_photograph'

export const photographFields = {
  taken: day({
    label: 'On which day was it taken?',
    hint: 'Day, month and year, as 27 3 2026. If you are not sure, the latest day that it can be.',
    wrong: 'Enter the day on which it was taken as day, month and year',
    missing: 'Enter the day on which it was taken',
  }),
  shows: text({
    label: 'What does it show?',
    hint: 'For example: her face from the front. Say what is different now: hair, glasses, weight.',
    missing: 'Enter what the photograph shows',
  }),
  suppliedBy: text({ label: 'Who gave it?', missing: 'Enter who gave the photograph' }),
}

export interface PhotographForm {
  readonly said: Values<typeof photographFields>
  readonly picture: SafePicture
}

/** Everything that is wrong at once, with the file and with what is said of it. */
export async function readPhotograph(
  form: Form,
  sent: SentFile | undefined,
  now: Moment,
  take: TakePicture,
): Promise<Read<PhotographForm>> {
  const said = readFields(photographFields, form, now)
  const taken = sent?.tooLarge
    ? ({ kind: 'refused', because: 'too-large' } as const)
    : await take(sent?.bytes ?? new Uint8Array())
  const problems: readonly FieldError[] = [
    ...(taken.kind === 'refused' ? [{ field: pictureField, message: pictureWords[taken.because] }] : []),
    ...(said.kind === 'problems' ? said.problems : []),
  ]
  return taken.kind === 'picture' && said.kind === 'read'
    ? { kind: 'read', value: { said: said.value, picture: taken.picture } }
    : { kind: 'problems', problems }
}

const pictureWords: Readonly<Record<PictureFault, string>> = {
  empty: 'Choose a photograph',
  'too-large': `The photograph must be smaller than ${largestPicture / 1024 / 1024} megabytes. Choose a smaller one, or send a picture of the screen`,
  'not-a-picture':
    'The file must be a photograph as JPEG, PNG or WebP. Choose another, or take a picture of it',
  'too-many-pixels':
    'The photograph has more than 50 million points, more than a telephone takes. Choose a smaller one, or take a picture of the screen',
  damaged: 'The photograph cannot be read: the file is not whole. Choose it again, or another',
}

export function hashOfFile(sent: SentFile | undefined): string {
  return createHash('sha256')
    .update(sent?.bytes ?? '')
    .digest('hex')
}
