import type { BeginEpisode } from '../../../../application/commands/begin-episode.ts'
import type { ChildRecord } from '../../../../domain/child/record.ts'
import type { Author } from '../../../../domain/episode/entry.ts'
import { londonDate, londonTime } from '../../../../kernel/london.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { text } from '../../../forms/fields-text.ts'
import { happened } from '../../../forms/fields-when.ts'
import { read, readFields, type Read, type ValueOf } from '../../../forms/fields.ts'
import { Form } from '../../../forms/form.ts'
import { pronounsOf } from '../../../words/child.ts'
import { capital, withVerb } from '../words.ts'

type Said = Pick<BeginEpisode, 'noticed' | 'concern' | 'threshold'>

const missingWorry = 'Choose whether you are worried now. If you are not sure, you are worried: choose yes'

/** The question itself is drawn by the view: it is the page's heading. */
export const worried = choice<'yes' | 'no'>({
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
  const { them } = pronounsOf(child)
  const place = (label: string) => text({ label, missing: `Enter where ${withVerb(child, 'is', 'are')}` })
  return {
    where: branch({
      legend: `Do you know where ${withVerb(child, 'is', 'are')}?`,
      missing: `Choose whether you know where ${withVerb(child, 'is', 'are')}`,
      start: 'unknown',
      arms: {
        unknown: {
          text: 'No',
          fields: {
            out: choice<'not-authorised' | 'late'>({
              legend: `${capital(withVerb(child, 'was', 'were'))} allowed to be out?`,
              options: [
                { value: 'not-authorised', text: 'No, or not known' },
                { value: 'late', text: `Yes, and now ${withVerb(child, 'is', 'are')} late` },
              ],
              start: 'not-authorised',
              missing: `Choose whether ${withVerb(child, 'was', 'were')} allowed to be out`,
            }),
          },
        },
        'not-authorised': {
          text: 'Yes: a place that is not safe or not agreed',
          fields: { notAgreedAt: place('Where, and who is there') },
        },
        late: {
          text: `Yes: a place that was agreed, and ${withVerb(child, 'is', 'are')} late`,
          fields: { lateAt: place('Where, and since when you know') },
        },
        authorised: {
          text: 'Yes: a place that was agreed, and it is not late yet',
          hint: `Something about it worries you all the same, or nobody there has seen ${them}`,
          fields: { agreedAt: place('Where, and who is there') },
        },
      },
    }),
    expectedAt: text({
      label: `Where should ${withVerb(child, 'be', 'be')}?`,
      missing: 'Enter where the child should be',
      ...(child.placement !== undefined && { start: child.placement.setting.name }),
    }),
    noticed: happened({ legend: `When was it noticed that ${withVerb(child, 'is', 'are')} not there?` }),
  }
}

type Where = ValueOf<ReturnType<typeof factsOf>['where']>

/** `now` is UTC. */
export function readWorried(form: Form, child: ChildRecord, author: Author, now: Moment): Read<Said> {
  const answer = worried.read('worried', form, now)
  const facts = readFields(factsOf(child), form, now)
  if (answer.kind === 'problems' || facts.kind === 'problems') {
    const problems = [answer, facts].flatMap((one) => (one.kind === 'problems' ? one.problems : []))
    return { kind: 'problems', problems }
  }
  const { where, expectedAt, noticed } = facts.value
  const how = ownHomes.has(author.role) ? 'noticed' : 'told'
  return read({
    noticed,
    concern: { expectedAt, how, ...whereaboutsOf(where) },
    threshold: { worriedNow: answer.value === 'yes' },
  })
}

/** Those who notice for themselves; everyone else was told by somebody. */
const ownHomes: ReadonlySet<Author['role']> = new Set(['carer', 'home-on-call', 'provider-manager', 'school'])

function whereaboutsOf(where: Where): Pick<Said['concern'], 'whereabouts' | 'where' | 'authorisation'> {
  switch (where.kind) {
    case 'unknown':
      return { whereabouts: 'unknown', authorisation: where.out }
    case 'not-authorised':
      return { whereabouts: 'known-elsewhere', where: where.notAgreedAt, authorisation: where.kind }
    case 'late':
      return { whereabouts: 'known-elsewhere', where: where.lateAt, authorisation: where.kind }
    case 'authorised':
      return { whereabouts: 'known-elsewhere', where: where.agreedAt, authorisation: where.kind }
  }
}

/** Children who are away together were mostly noticed together: the second form starts where the first one stood. */
export function startingAt(noticed: Moment, now: Moment): Form {
  const fields = [
    ['noticed-day', londonDate(noticed) === londonDate(now) ? 'today' : 'yesterday'],
    ['noticed-time', londonTime(noticed)],
  ] as const
  return new Form(new Map(fields.map(([name, value]) => [name, [value]])))
}
