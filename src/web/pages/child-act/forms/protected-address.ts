import type { ChildPage } from '../../../../application/queries/child-page.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import { callout } from '../../../components/summary.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText, text } from '../../../forms/fields-text.ts'
import { html, type Html } from '../../../html.ts'
import { childAct, type ChildAct } from '../act.ts'

const addressProtected = childAct({
  entry: 'address-protected',
  link: 'An address that must not be known',
  recorded: 'Recorded: an address that is kept from others',
  title: ({ child }) => `Which address of ${child.first} must not be known?`,
  above: ({ page, child }) =>
    callout(
      html`<p>
          It stands in its own section and nowhere else: on no board, in no search and in no list. Only
          ${child.first}’s home, social worker, their manager and the duty team of the council read it. Police
          and everyone else do not, so say it to them when they must go there.
        </p>
        ${alsoInCore(page)}`,
    ),
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ child }) => ({
    address: longText({
      label: 'The address',
      hint: `Where ${child.he} lives, stays or goes.`,
      missing: 'Enter the address',
    }),
    keptFrom: text({
      label: 'From whom it is kept',
      hint: `Who would harm ${child.him} or find somebody through it.`,
      missing: 'Enter from whom it is kept',
    }),
    why: longText({ label: 'Why', missing: 'Enter why it is kept' }),
  }),
  toBody: (values) => values,
})

/** What everyone reads is not taken back by writing it again elsewhere. */
function alsoInCore({ record }: ChildPage): Html | null {
  const known = [record.address, record.placement?.setting.name].filter((one) => one !== undefined)
  if (known.length === 0) return null
  return html`<p>
    Everyone who reads the record reads ${known.join(' and ')}. If that tells where it is, give the placement
    a name that does not.
  </p>`
}

const addressProtectionEnded = childAct({
  entry: 'address-protection-ended',
  link: 'The end, or the mistake, of keeping an address',
  recorded: 'Recorded: which address is kept no longer',
  title: ({ child }) => `Which address of ${child.first} is kept no longer, or was wrong?`,
  nothing: ({ record }) =>
    record.protectedAddresses.length === 0 ? 'No address is kept from others here' : undefined,
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ page }) => ({
    protected: choice({
      legend: 'Which one?',
      options: page.record.protectedAddresses.map(({ entry, address, from }) => ({
        value: entry,
        text: address,
        hint: `Since ${dateInWords(londonDate(from))}`,
      })),
      missing: 'Choose which address',
    }),
    why: longText({ label: 'Why', missing: 'Enter why it is kept no longer' }),
  }),
  toBody: (values) => values,
})

export const protectedAddressActs: readonly ChildAct[] = [addressProtected, addressProtectionEnded]
