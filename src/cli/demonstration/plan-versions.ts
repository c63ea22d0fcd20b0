import type { PlanDraft } from '../../domain/child/plan-fields.ts'
import type { Within } from '../../kernel/within.ts'
import type { CastName } from './cast.ts'
import { days, type Clock } from './clock.ts'

interface Version {
  readonly by: CastName
  readonly minutesAgo: number
  readonly draft: PlanDraft
  readonly agreed: readonly { readonly by: CastName; readonly minutesAgo: number }[]
}

/** Two versions of one child's missing plan: drafted by the carer, agreed by both, and changed since by the social worker. */
export function versionsOf(key: string, clock: Clock): readonly Version[] {
  if (key !== 'jay') return []
  const first = { ...atFirst, reviewBy: clock.day(55) }
  return [
    {
      by: 'ruth',
      minutesAgo: 32 * days,
      draft: first,
      agreed: [
        { by: 'ruth', minutesAgo: 32 * days - 20 },
        { by: 'sam', minutesAgo: 31 * days },
      ],
    },
    {
      by: 'sam',
      minutesAgo: 9 * days,
      draft: { ...first, ...since, reviewBy: clock.day(60) },
      agreed: [
        { by: 'sam', minutesAgo: 9 * days - 15 },
        { by: 'ruth', minutesAgo: 8 * days },
      ],
    },
  ]
}

const atFirst: Omit<PlanDraft, 'reviewBy'> = {
  childsWords: 'Message me, dont ring. Im more likely to come if its Rose. Dont send loads of cars',
  reasonableTime: 'PT30M' as Within,
  callFirst: 'His aunt Rose Mercer, 07700 900171. He answers her.',
  whereToLook: 'The bus station, bay 4\nThe arcade on Kiln Street\nHis aunt’s, 8 Harbour Row',
  works: 'One message from somebody whom he knows, then waiting. Something to eat when he is back.',
  worksNot: 'Ringing again and again: he turns the phone off.',
  trusts: 'Rose, and Ruth at the home',
  interviewer: 'A woman from the charity whom he has met',
  risks: 'Adults who have used him to carry parcels by train.',
  vulnerabilities: 'Asthma: he needs his inhaler, sooner in the cold.',
  beforeHome: 'See that his phone is charged and the inhaler is in his bag.',
  beforeCouncil: 'Sam sees him each fortnight, and asks about the man with the car.',
  duringHome: 'Ring Rose, then look where he goes. Ring police at half an hour, at once after dark.',
  duringCouncil: 'The duty team is told at the same time as police.',
  duringPolice: 'Ask at the bus station first. Let Rose send the message.',
  afterHome: 'Ruth or Karl is there when he comes in. No questions that night.',
  afterCouncil: 'Offer him the interview with the charity within three days.',
}

/** What another night taught. */
const since: Partial<PlanDraft> = {
  whereToLook:
    'The bus station, bay 4\nThe coast line: the platform at Fenwick\nThe arcade on Kiln Street\nHis aunt’s, 8 Harbour Row',
  duringCouncil: 'The duty team is told at the same time as police, and rings the railway.',
}
