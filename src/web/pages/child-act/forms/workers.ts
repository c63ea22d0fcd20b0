import type { ChildPage } from '../../../../application/queries/child-page.ts'
import { allocatable } from '../../../../domain/child/allocatable.ts'
import type { Directory, Post } from '../../../../domain/child/directory.ts'
import type { Worker } from '../../../../domain/child/record.ts'
import { roleLabel } from '../../../../domain/episode/roles.ts'
import { dateInWords, londonDate } from '../../../../kernel/london.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { callout } from '../../../components/summary.ts'
import { choice, pick, tick } from '../../../forms/fields-choice.ts'
import { html } from '../../../html.ts'
import { unless } from '../../act/act.ts'
import { capitalised } from '../../episode/child-words.ts'
import { childAct, type About, type ChildAct } from '../act.ts'

const workerAllocated = childAct({
  entry: 'worker-allocated',
  link: 'Someone who works with the child',
  recorded: 'Recorded: who works with the child',
  ofTheLiving: true,
  title: ({ child }) => `Who works with ${child.first}?`,
  above: () =>
    callout(
      html`<p>Whoever is chosen takes over from the one before in the same role, and is who is rung.</p>`,
    ),
  when: () => ({ legend: 'Since when?', dayEnough: true }),
  fields: ({ directory, page }) => ({
    post: pick({
      label: 'Who, in which post',
      options: postsNow(directory, page.now).map((post) => ({
        value: post.id,
        text: inWords(post, directory),
      })),
      missing: 'Choose who works with the child',
    }),
    sharesWords: tick(
      'An advocate may read what the child wrote and said',
      'Only of an advocate, and only where the child wishes it. To change it, record the advocate again.',
    ),
  }),
  toBody: ({ post, sharesWords }, { directory, page }) => {
    const role = postsNow(directory, page.now).find(({ id }) => id === post)?.role
    if (role === undefined) return unless('post', 'That post has ended. Choose another')
    if (sharesWords && role !== 'advocate')
      return unless(
        'post',
        'Only an advocate reads that by the child’s wish: choose one, or leave the box empty',
      )
    return { role, post, ...(sharesWords && { sharesWords }) }
  },
})

const workerEnded = childAct({
  entry: 'worker-ended',
  link: 'The end of someone’s work with the child',
  recorded: 'Recorded: who works with the child no longer',
  title: ({ child }) => `Who no longer works with ${child.first}?`,
  above: () =>
    callout(
      html`<p>
        From then on the responsible council answers in that role until someone else is allocated. Without a
        time it is from the end of the day.
      </p>`,
    ),
  nothing: (page) => (workersNow(page).length === 0 ? 'Nobody is allocated whose work could end' : undefined),
  when: () => ({ legend: 'When did it end?', dayEnough: true }),
  fields: (about) => ({
    allocated: choice({
      legend: 'Who?',
      options: workersNow(about.page).map((worker) => ({
        value: worker.entry,
        text: workerInWords(worker, about),
      })),
      missing: 'Choose whose work has ended',
    }),
  }),
  toBody: (values) => values,
})

/** By the name that somebody looks for. */
function postsNow(directory: Directory, now: Moment): readonly Post[] {
  return allocatable(directory, now).toSorted((a, b) => a.personName.localeCompare(b.personName, 'en-GB'))
}

function workersNow({ record }: ChildPage): readonly Worker[] {
  return Object.values(record.workers).filter(({ until }) => until === undefined)
}

function workerInWords({ post, role, from }: Worker, { directory }: About): string {
  const name =
    directory.posts.find(({ id }) => id === post)?.personName ?? 'Someone no longer in the directory'
  return `${name}, ${roleLabel(role)}, since ${dateInWords(londonDate(from))}`
}

function inWords({ personName, role, organisation, team }: Post, { organisations }: Directory): string {
  const place = organisations.find(({ id }) => id === organisation)?.name
  return [personName, capitalised(roleLabel(role)), team, place]
    .filter((part) => part !== undefined)
    .join(', ')
}

export const workerActs: readonly ChildAct[] = [workerAllocated, workerEnded]
