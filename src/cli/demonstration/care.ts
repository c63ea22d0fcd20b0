import { careEntryOf } from '../../application/commands/record-care.ts'
import { idFrom } from '../../application/ids.ts'
import type { CareBodies, CareEntryType, NewCareEntry } from '../../domain/care/record.ts'
import type { EntryId } from '../../domain/episode/entry.ts'
import type { Within } from '../../kernel/within.ts'
import { codeOfNamed } from '../../domain/care/known.ts'
import { cast, type CastName } from './cast.ts'
import { days, type Clock } from './clock.ts'

/** One thing that somebody records of a child's Care. */
export interface CareTelling {
  readonly by: CastName
  readonly minutesAgo: number
  readonly entry: NewCareEntry
}

type Fact = {
  readonly [T in CareEntryType]: {
    readonly by: CastName
    readonly daysAgo: number
    readonly type: T
    readonly body: CareBodies[T]
  }
}[CareEntryType]

/** The Care of three children of the demonstration: one has it, one has it less and less often, and one has not seen
    their social worker for nine weeks. Of every other child nothing is recorded yet. */
export function careTold(key: string, clock: Clock): readonly CareTelling[] {
  return (histories[key] ?? [])
    .toSorted((a, b) => b.daysAgo - a.daysAgo)
    .map(({ by, daysAgo, type, body }, place) => {
      const minutesAgo = daysAgo * days
      const occurred = { at: clock.ago(minutesAgo), precision: 'minute' } as const
      const { author } = cast[by]
      return {
        by,
        minutesAgo,
        entry: careEntryOf(
          author,
          type,
          occurred,
          body,
          type === 'care-named' ? namedId(key) : idOf(key, place),
        ),
      }
    })
}

function idOf(key: string, place: number): EntryId {
  return idFrom('entry', 'demonstration', key, 'care', String(place))
}

function namedId(key: string): EntryId {
  return idFrom('entry', 'demonstration', key, 'what they call care')
}

type More = Partial<Omit<CareBodies['care-seen'], 'strand' | 'who'>>

/** That a strand was there, with the child. */
function seen(
  strand: string,
  by: CastName,
  daysAgo: number,
  more: More & { readonly who?: string } = {},
): Fact {
  const { who = cast[by].post.personName, ...said } = more
  return {
    by,
    daysAgo,
    type: 'care-seen',
    body: { strand, who, inPerson: true, childSaw: true, ...said },
  }
}

/** A paper: nobody sees it as they see a person. */
function paper(strand: string, by: CastName, daysAgo: number, who?: string): Fact {
  return { by, daysAgo, type: 'care-seen', body: { strand, who: who ?? cast[by].post.personName } }
}

const often = (
  strand: string,
  by: CastName,
  daysAgo: readonly number[],
  more: Parameters<typeof seen>[3] = {},
) => daysAgo.map((ago) => seen(strand, by, ago, more))

const visit = 'social-worker-visit'

/** Somebody comes when they are expected, and Poppy says so. */
const poppy: readonly Fact[] = [
  ...often(visit, 'priya', [91, 62, 33], { childSays: 'was-there' }),
  seen(visit, 'priya', 6, {
    childSays: 'was-there',
    childsWords: 'She asked about the play and she remembered its name.',
    how: {
      attentive: 'Priya saw that Poppy had moved her bed to the window, and asked.',
      responsive: 'Poppy asked to see her sister more: Priya rang from the kitchen.',
    },
  }),
  seen('named-social-worker', 'priya', 6),
  ...often('key-worker', 'joyce', [91, 65, 38, 10]),
  ...often('somebody-there', 'joyce', [90, 62, 34, 4], { childSays: 'was-there' }),
  seen('being-known', 'joyce', 21),
  seen('staying-put', 'priya', 33, { childSays: 'was-there' }),
  paper('care-plan', 'priya', 92),
  paper('placement-plan', 'priya', 92),
  paper('delegated-authority', 'priya', 91),
  paper('review', 'colm', 40),
  seen('private-talk', 'colm', 44),
  seen('health-assessment', 'priya', 85, { who: 'Bisi Adeleke, the nurse' }),
  seen('dental-check', 'joyce', 58, { who: 'The dentist on Kiln Street' }),
  paper('education-plan', 'priya', 70, 'The designated teacher'),
]

/** Time with her mother was agreed for once a month. It came every fortnight, and comes later each time. */
const mia: readonly Fact[] = [
  {
    by: 'priya',
    daysAgo: 245,
    type: 'care-cadence-agreed',
    body: {
      strand: 'family-time',
      within: 'P1M' as Within,
      why: 'Mia and her mother asked for it at the review.',
    },
  },
  ...often('family-time', 'priya', [240, 226, 212, 197, 183, 169, 152, 132, 109, 83, 55, 26], {
    who: 'Her mother, at the family centre',
  }),
  ...often(visit, 'priya', [230, 195, 158, 120, 84, 49, 12]),
  seen('named-social-worker', 'priya', 12, { childSays: 'was-there' }),
  seen('key-worker', 'marian', 8),
  seen('somebody-there', 'marian', 3, { childSays: 'was-there' }),
  seen('being-known', 'marian', 30),
  paper('care-plan', 'priya', 120),
  paper('review', 'colm', 60),
  seen('private-talk', 'colm', 61),
  seen('dental-check', 'marian', 100, { who: 'The dentist' }),
]

/** Two visits are on record, and Leah was at school both times. */
const leah: readonly Fact[] = [
  ...often(visit, 'priya', [205, 170, 134, 98]),
  seen(visit, 'priya', 63, { childSays: 'was-there' }),
  ...[34, 9].map((ago) => seen(visit, 'priya', ago, { who: 'Priya Nair, to Joyce Tanner', childSaw: false })),
  {
    by: 'joyce',
    daysAgo: 180,
    type: 'care-named',
    body: { title: 'Joyce wakes me up herself', within: 'P1W' as Within, holder: 'carer' },
  },
  seen(codeOfNamed(namedId('leah')), 'joyce', 1, { childSays: 'was-there' }),
  seen('key-worker', 'joyce', 1),
  seen('somebody-there', 'joyce', 1, { childSays: 'was-there' }),
  seen('being-known', 'joyce', 25),
  seen('staying-put', 'priya', 63),
  seen('advocate', 'colm', 205),
  paper('care-plan', 'priya', 210),
  paper('review', 'colm', 48),
  seen('health-assessment', 'priya', 90, { who: 'Bisi Adeleke, the nurse' }),
  seen('dental-check', 'joyce', 200, { who: 'The dentist in Fenwick' }),
  paper('education-plan', 'priya', 75, 'The designated teacher'),
]

const histories: Readonly<Record<string, readonly Fact[]>> = { poppy, mia, leah }
