import type { BeginEpisode } from '../../../../application/commands/begin-episode.ts'
import type { ChildRecord } from '../../../../domain/child/record.ts'
import type { Authorisation } from '../../../../domain/episode/entries.ts'
import type { Author } from '../../../../domain/episode/entry.ts'
import { londonDate, londonTime } from '../../../../kernel/london.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { text } from '../../../forms/fields-text.ts'
import { happened } from '../../../forms/fields-when.ts'
import { problem, read, readFields, type Read } from '../../../forms/fields.ts'
import { Form } from '../../../forms/form.ts'
import { pronounsOf } from '../../../words/child.ts'
import { onBehalf } from '../../act/on-behalf.ts'
import { withVerb } from '../words.ts'

type Said = Pick<BeginEpisode, 'noticed' | 'concern' | 'threshold' | 'toldBy'>

const missingWorry = 'Choose whether you are worried now. If you are not sure, you are worried: choose yes'

/** The question itself is drawn by the view: it is the page's heading. */
const worried = choice<'yes' | 'no'>({
  legend: '',
  options: [
    { value: 'yes', text: '' },
    { value: 'no', text: '' },
  ],
  missing: missingWorry,
})

/** Where the child is and whether that was agreed are facts of their own: neither answers the question of worry. What
    stands first is the graver reading, to be changed by whoever knows better. */
export function factsOf(child: ChildRecord) {
  const is = withVerb(child, 'is', 'are')
  return {
    where: branch({
      legend: `Do you know where ${is}?`,
      missing: `Choose whether you know where ${is}`,
      start: 'unknown',
      arms: {
        unknown: { text: 'No', fields: {} },
        known: {
          text: 'Yes, or someone has told me',
          fields: {
            place: text({ label: 'Where, and who is there', missing: `Enter where ${is}` }),
            agreed: choice<Authorisation>({
              legend: 'Was that agreed?',
              options: [
                { value: 'not-authorised', text: 'No, or it is not a safe place' },
                { value: 'late', text: `Yes, and ${is} late` },
                { value: 'authorised', text: 'Yes, and it is not late yet' },
              ],
              missing: 'Choose whether that was agreed',
            }),
          },
        },
      },
    }),
    expectedAt: text({
      label: `Where should ${pronounsOf(child).they} be?`,
      missing: 'Enter where the child should be',
      ...(child.placement !== undefined && { start: child.placement.setting.name }),
    }),
    out: choice<Authorisation>({
      legend: `If nobody knows where ${is}: ${wasThey(child)} allowed to be out?`,
      options: [
        { value: 'not-authorised', text: 'No, or not known' },
        { value: 'late', text: `Yes, and now ${is} late` },
      ],
      start: 'not-authorised',
      missing: 'Choose whether it was allowed to be out',
    }),
    noticed: happened({ legend: `When was it noticed that ${is} not there?` }),
  }
}

function wasThey(child: ChildRecord): string {
  const { they } = pronounsOf(child)
  return they === 'they' ? 'were they' : `was ${they}`
}

/** `now` is UTC. */
export function readWorried(form: Form, child: ChildRecord, author: Author, now: Moment): Read<Said> {
  const answer = worried.read('worried', form, now)
  const facts = readFields(factsOf(child), form, now)
  const told = onBehalf.read('told-by', form, now)
  if (answer.kind === 'problems' || facts.kind === 'problems' || told.kind === 'problems') {
    const problems = [answer, facts, told].flatMap((one) => (one.kind === 'problems' ? one.problems : []))
    return { kind: 'problems', problems }
  }
  const { where, out, expectedAt, noticed } = facts.value
  if (where.kind === 'unknown' && form.text('where-place') !== '')
    return problem('where', 'A place is typed below: choose Yes, or clear it')
  const how = ownHomes.has(author.role) && told.value === undefined ? 'noticed' : 'told'
  const whereabouts =
    where.kind === 'unknown'
      ? ({ whereabouts: 'unknown', authorisation: out } as const)
      : ({ whereabouts: 'known-elsewhere', where: where.place, authorisation: where.agreed } as const)
  return read({
    noticed,
    concern: { expectedAt, how, ...whereabouts },
    threshold: { worriedNow: answer.value === 'yes' },
    ...(told.value !== undefined && { toldBy: told.value }),
  })
}

/** Those who notice for themselves; everyone else was told by somebody. */
const ownHomes: ReadonlySet<Author['role']> = new Set(['carer', 'home-on-call', 'provider-manager', 'school'])

/** Children who are away together were mostly noticed together: the second form starts where the first one stood. */
export function startingAt(noticed: Moment, now: Moment): Form {
  const fields = [
    ['noticed-day', londonDate(noticed) === londonDate(now) ? 'today' : 'yesterday'],
    ['noticed-time', londonTime(noticed)],
  ] as const
  return new Form(new Map(fields.map(([name, value]) => [name, [value]])))
}
