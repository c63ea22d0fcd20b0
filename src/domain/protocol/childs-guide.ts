import { always, lengthOf, owed, type GuideSection } from './guide-lines.ts'
import { sectionsOf, type Planned } from './guide.ts'
import type { Edition } from './protocol.ts'

/** The same protocol for a child: what happens when they go missing, and what they can ask for. In words that somebody
    of ten can read; each hour is the edition's own. */
export function childsGuideOf(edition: Edition): readonly GuideSection[] {
  return sectionsOf(edition, plan)
}

const plan: readonly Planned[] = [
  {
    name: 'away',
    heading: 'If you go missing',
    says: [
      always(
        'We look for you because we want you to be safe. You are not in trouble for that.',
        'First the people who look after you try to find you. They may ring you and your friends.',
        'If they are worried, or cannot find you, they tell the police.',
        'The police ask what you look like, what you wear and where you like to go. It helps them to find you.',
        'You can ring home, the police or a helpline at any time. You can ask to be picked up.',
      ),
    ],
  },
  {
    name: 'back',
    heading: 'When you are back',
    says: [
      always('You should get food, rest and a place to sleep. If you are hurt, you can see a doctor.'),
      owed(
        'prevention-check',
        (_, clause) =>
          `The police come to see you in the first ${lengthOf(clause)}. They ask if you are all right`,
      ),
      owed(
        'return-interview',
        (_, clause) =>
          `In the first ${lengthOf(clause)}, somebody asks if you want to talk. It is not one of the people who look after you`,
      ),
      always('You can say no to that talk. You can say yes later.'),
    ],
  },
  {
    name: 'ask',
    heading: 'What you can ask for',
    says: [
      always(
        'You can choose who you talk to, and when, and where.',
        'You can have somebody with you. That can be a friend, or an advocate. An advocate is there only for you.',
        'You can have help with words, or with another language.',
        'You can ask what will be written down and who will read it.',
        'If somebody may hurt you, we cannot keep it secret. We tell you first if we can.',
        'You can ask to read what was written about you.',
        'You can help to make the plan for next time. You can say what would help you to stay.',
      ),
    ],
  },
  {
    name: 'wrong',
    heading: 'If something was not right',
    says: [
      always(
        'If nobody came to see you, or nobody asked you, tell your social worker or an advocate. You can complain, and they will help you.',
      ),
    ],
  },
]
