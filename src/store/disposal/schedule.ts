import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { classesOf, classRules, type RetentionClass } from '../../domain/access/retention.ts'
import type { OrganisationKind } from '../../domain/episode/entry.ts'
import { recordRun } from '../record-run.ts'

export type ScheduleSet =
  | { readonly kind: 'set'; readonly organisation: string; readonly label: string }
  | { readonly kind: 'refused'; readonly why: string }

/** Keeps how long an organisation, by its name or id, keeps a class of record. Takes a pool of the maintainer. */
export async function setSchedule(
  maintainer: Pool,
  asked: {
    readonly organisation: string
    readonly class: RetentionClass
    readonly years: number
    readonly source: string
  },
): Promise<ScheduleSet> {
  const { rows } = await maintainer.query<{ id: string; name: string; kind: OrganisationKind }>(
    'select id, name, kind from whereabouts.organisation where name = $1 or id::text = $1',
    [asked.organisation],
  )
  const [organisation, ...more] = rows
  if (organisation === undefined || more.length > 0)
    return { kind: 'refused', why: `There is no organisation ${asked.organisation}.` }
  const classes = classesOf(organisation.kind)
  if (!classes.includes(asked.class))
    return {
      kind: 'refused',
      why: `${organisation.name} keeps no such record: choose ${classes.join(' or ')}.`,
    }
  const { byLaw, years = 0, source } = classRules[asked.class]
  if (byLaw === true && asked.years < years)
    return { kind: 'refused', why: `No schedule makes this shorter than ${years} years: ${source}.` }
  const said = `${organisation.name}: ${asked.class}, ${asked.years} years`
  await recordRun(maintainer, randomUUID(), 'retention', said)
  await maintainer.query(
    `insert into whereabouts.retention_schedule (controller, class, years, source) values ($1, $2, $3, $4)
     on conflict (controller, class) do update
       set years = excluded.years, source = excluded.source, at = whereabouts.clock()`,
    [organisation.id, asked.class, asked.years, asked.source],
  )
  return { kind: 'set', organisation: organisation.name, label: classRules[asked.class].label }
}
