import { dateInWords } from '../../../../kernel/london.ts'
import type { ChildId } from '../../../../domain/episode/entry.ts'
import { callout } from '../../../components/summary.ts'
import { optionalChoice, tick } from '../../../forms/fields-choice.ts'
import { text } from '../../../forms/fields-text.ts'
import { read, type Field } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { nameAndAge } from '../../../words/child.ts'
import { unless } from '../../act/act.ts'
import { childAct, type About, type ChildAct } from '../act.ts'

const sameChild = childAct({
  entry: 'same-child',
  link: 'Another record of the same child',
  recorded: 'Recorded: both records say so',
  title: ({ child }) => `Is there another record of ${child.first}?`,
  above: () =>
    callout(
      html`<p>
        Two records of one child hide from each other what each of them knows. Both will say that they belong
        together, and each leads to the other. Whoever is kept out of one is kept out of both from then on.
        Nothing is deleted, and it can be taken back.
      </p>`,
    ),
  when: 'at-once',
  fields: (about) => ({
    other: text({
      label: 'The other record',
      hint: 'Its address, the reference of one of its episodes, or a name, number or date of birth to look for.',
      missing: 'Enter what the other record is found by',
    }),
    as: whichRecord(about),
    undone: about.page.sameAs.length === 0 ? notAsked : tick('They are two children: take it back'),
  }),
  toBody: ({ as, undone }, { candidates }) => {
    if (candidates.length === 0)
      return unless('other', 'No other record that you can see is found by this. Try fewer words')
    if (as === undefined) return unless('as', 'Choose the record that is of the same child')
    return { as, ...(undone && { undone }) }
  },
})

/** Nobody joins two records unseen: what was typed offers them, and a person says which. */
function whichRecord({ candidates, page }: About): Field<ChildId | undefined> {
  const asked = optionalChoice({
    legend: 'Which of these?',
    options: candidates.map((card) => ({
      value: card.child,
      text: nameAndAge(card, page.now),
      hint: [
        card.bornOn === undefined ? 'date of birth not known' : `born ${dateInWords(card.bornOn)}`,
        card.placement ?? 'no placement recorded',
      ].join(' · '),
    })),
  })
  return candidates.length === 0 ? { ...asked, show: () => html`` } : asked
}

const notAsked: Field<boolean> = { show: () => html``, read: () => read(false) }

export const sameChildActs: readonly ChildAct[] = [sameChild]
