import type { ChildPage } from '../../../../application/queries/child-page.ts'
import { organisationOf } from '../../../../domain/child/council.ts'
import type { ShutOutOf } from '../../../../domain/child/child.ts'
import type { Directory, Post } from '../../../../domain/child/directory.ts'
import { sections } from '../../../../domain/episode/sections.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { whenWords } from '../../../components/time.ts'
import { callout } from '../../../components/summary.ts'
import { choice, pick, several } from '../../../forms/fields-choice.ts'
import { day } from '../../../forms/fields-day.ts'
import { longText } from '../../../forms/fields-text.ts'
import { html } from '../../../html.ts'
import { sectionWords, shutOutWords } from '../../../words/kept-out.ts'
import { childAct, type About, type ChildAct } from '../act.ts'

const reviewBy = day({
  label: 'Review by',
  hint: 'For example 3 4 2027',
  missing: 'Enter the day by which this is reviewed',
  wrong: 'Enter the day of the review as day, month and year, for example 3 4 2027',
})

const personShutOut = childAct({
  entry: 'person-shut-out',
  link: 'Somebody who must not read this record',
  recorded: 'Recorded: who is kept out',
  title: ({ child }) => `Who must not read about ${child.first}?`,
  above: ({ child }) =>
    callout(
      html`<p>
        A relative, an ex-partner, a neighbour, or an officer or carer under allegation. From now on nothing
        here shows them ${child.first}, in whatever post, and what they held passes to somebody else. They are
        not told, and nothing tells them that they are kept out. Only you, the missing co-ordinator, the
        social worker’s manager and the reviewing officer can read this.
      </p>`,
    ),
  when: 'at-once',
  fields: ({ page, directory }) => ({
    person: pick({
      label: 'Who?',
      options: peopleNow(directory, page.now).map((post) => ({
        value: post.person,
        text: inWords(post, directory),
      })),
      missing: 'Choose who must not read it',
    }),
    scope: choice({
      legend: 'What must they not read?',
      options: scopesOf(page).map(([value, , text]) => ({ value, text })),
      missing: 'Choose what they must not read',
    }),
    reason: longText({ label: 'Why', missing: 'Enter why they must not read it' }),
    reviewBy,
  }),
  toBody: ({ scope, ...values }, { page, directory }) => {
    const chosen = scopesOf(page).find(([value]) => value === scope)
    const name = directory.posts.find(({ person }) => person === values.person)?.personName ?? ''
    return { ...values, name, scope: chosen?.[1] ?? { kind: 'record' } }
  },
})

type Scope = readonly [value: string, scope: ShutOutOf, text: string]

function scopesOf({ episodes, now }: ChildPage): readonly Scope[] {
  return [
    ['record', { kind: 'record' }, 'Anything about the child'],
    ...episodes.map(({ episode, from }): Scope => [
      `episode ${episode}`,
      { kind: 'episode', episode },
      `The episode from ${whenWords(from, now)}`,
    ]),
    ...sections
      .filter((section) => section !== 'core')
      .map((section): Scope => [
        `section ${section}`,
        { kind: 'section', section },
        `Of every part they see: ${sectionWords[section]}`,
      ]),
  ]
}

const shutOutEnded = childAct({
  entry: 'shut-out-ended',
  link: 'The end of keeping somebody out',
  recorded: 'Recorded: who is kept out no longer',
  title: ({ child }) => `Who may read about ${child.first} again?`,
  nothing: ({ record }) =>
    record.shutOut.length === 0 ? 'Nobody is kept out who could be let in' : undefined,
  when: 'at-once',
  fields: ({ page }) => ({
    shutOut: choice({
      legend: 'Who?',
      options: page.record.shutOut.map((one) => ({ value: one.entry, text: shutOutWords(one) })),
      missing: 'Choose who may read again',
    }),
    why: longText({ label: 'Why', missing: 'Enter why they may read it again' }),
  }),
  toBody: (values) => values,
})

const recordRestricted = childAct({
  entry: 'record-restricted',
  link: 'Restrict this record to named people',
  recorded: 'Recorded: only those named see this record',
  title: ({ child }) => `Who alone may see that there is ${child.first}?`,
  above: ({ child }) =>
    callout(
      html`<p>
        Everybody else finds nothing, as if there were no such child, and so does whoever comes to work with
        ${child.first} later, until they are named here. Name yourself, and somebody who works at night. One
        question still works for every force, duty team and named hospital: whether this child is missing.
        They are told to hold ${child.him} safely and which number to ring, and no more.
      </p>`,
    ),
  when: 'at-once',
  fields: (about) => ({
    named: several({
      legend: 'Who may see this record?',
      options: nearby(about).map((post) => ({ value: post.id, text: inWords(post, about.directory) })),
    }),
    reason: longText({ label: 'Why', missing: 'Enter why it is restricted' }),
    reviewBy,
  }),
  toBody: (values) => values,
})

const restrictionEnded = childAct({
  entry: 'restriction-ended',
  link: 'The end of the restriction',
  recorded: 'Recorded: the record is restricted no longer',
  title: ({ child }) => `May everyone who works with ${child.first} see this record again?`,
  nothing: ({ record }) => (record.restriction === undefined ? 'This record is not restricted' : undefined),
  when: 'at-once',
  fields: ({ page }) => ({
    restricted: choice({
      legend: 'Which restriction ends?',
      options:
        page.record.restriction === undefined
          ? []
          : [
              {
                value: page.record.restriction.entry,
                text: `The one of ${dateInWords(londonDate(page.record.restriction.from))}: ${page.record.restriction.reason}`,
              },
            ],
      missing: 'Choose which restriction ends',
    }),
    why: longText({ label: 'Why', missing: 'Enter why it ends' }),
  }),
  toBody: (values) => values,
})

function postsNow({ posts }: Directory, now: Moment): readonly Post[] {
  const today = londonDate(now)
  return posts
    .filter(({ from, until }) => from <= today && (until === undefined || today < until))
    .toSorted((a, b) => a.personName.localeCompare(b.personName, 'en-GB'))
}

/** Each once, whatever posts they hold. */
function peopleNow(directory: Directory, now: Moment): readonly Post[] {
  return [...new Map(postsNow(directory, now).map((post) => [post.person, post])).values()]
}

/** Whoever could see this child by law or by where they live: the councils, the home and the force. */
function nearby({ directory, page: { record, now } }: About): readonly Post[] {
  const { responsibleCouncil, hostCouncil, placement, workers } = record
  const councils = [responsibleCouncil, hostCouncil, placement?.setting.areaCouncil]
  const forces = councils.map((council) => organisationOf(directory, council)?.force)
  const around = new Set([...councils, ...forces, placement?.setting.provider])
  const allocated = new Set(Object.values(workers).map(({ post }) => post))
  return postsNow(directory, now).filter(
    ({ id, organisation }) => around.has(organisation) || allocated.has(id),
  )
}

function inWords({ personName, role, organisation, team }: Post, directory: Directory): string {
  const place = organisationOf(directory, organisation)?.name
  return [personName, roleLabel(role), team, place].filter((part) => part !== undefined).join(', ')
}

export const keptOutActs: readonly ChildAct[] = [
  personShutOut,
  shutOutEnded,
  recordRestricted,
  restrictionEnded,
]
