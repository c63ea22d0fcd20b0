import { mayUse, type Acting, type Use } from '../../../domain/access/may.ts'

const ways: readonly { readonly use: Use; readonly href: string; readonly text: string }[] = [
  {
    use: 'ask-if-missing',
    href: '/missing-child',
    text: 'A child is in front of you: ask whether they are missing',
  },
  { use: 'open-in-emergency', href: '/open-record', text: 'Open a record in an emergency' },
  { use: 'review', href: '/review', text: 'Review what was opened and asked' },
  { use: 'see-people-of-concern', href: '/people-of-concern', text: 'Adults of concern' },
  { use: 'review-retention', href: '/retention', text: 'Due for review: keep, hold or dispose' },
  { use: 'stand-beside', href: '/beside', text: 'Children whose advocate you are' },
  { use: 'see-figures', href: '/figures', text: 'Figures without names' },
  { use: 'see-return-figures', href: '/return-figures', text: 'Figures of returns: what was done in time' },
  { use: 'disclose', href: '/subject-access', text: 'Requests for a record' },
  { use: 'see-own-record', href: '/our-record', text: 'What we recorded of children who have left' },
]

/** What this post may ask or see outside its own relationships, as links. */
export function waysOutside(acting: Acting): readonly { readonly href: string; readonly text: string }[] {
  return ways.filter(({ use }) => mayUse(acting, use))
}
