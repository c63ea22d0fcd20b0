import type { Organisation } from '../../../../domain/child/directory.ts'
import { callout } from '../../../components/summary.ts'
import { pick } from '../../../forms/fields-choice.ts'
import { longText } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { act, unless, type About, type Act } from '../act.ts'

const shareEpisode: Act = act({
  command: 'share-episode',
  title: ({ child }) => `Share this episode about ${child.first} with another organisation`,
  button: 'Share the episode',
  above: ({ child }) =>
    callout(
      html`<p>
        From now on they may read this episode and who ${child.first} is, until it is closed. Sharing tells
        nobody, and <strong>whoever looks at it has not been told to act</strong>. To report ${child.first}
        missing, ring police and record the call.
      </p>`,
    ),
  when: 'at-once',
  fields: (about) => ({
    with: pick({
      label: 'With which organisation?',
      options: others(about).map(({ id, name }) => ({ value: id, text: name })),
      missing: 'Choose with which organisation',
    }),
    why: longText({
      label: 'Why do they need to read it?',
      hint: 'What they can do for the child that they could not do without it.',
      missing: 'Enter why they need to read it',
    }),
  }),
  toBody: ({ with: id, why }, about) => {
    const chosen = others(about).find((one) => one.id === id)
    return chosen === undefined
      ? unless('with', 'Choose with which organisation')
      : { with: chosen.id, name: chosen.name, why }
  },
})

/** Every organisation but one's own. */
export function others({ directory, author }: About): readonly Organisation[] {
  return directory.organisations.filter(({ id }) => id !== author.organisation)
}

export const sharingActs: readonly Act[] = [shareEpisode]
