import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { holds } from '../../../application/who-holds.ts'
import type { Post } from '../../../domain/child/directory.ts'
import { commands, type CommandName } from '../../../domain/episode/command.ts'
import type { Clause, Edition, Evidence } from '../../../domain/protocol/protocol.ts'
import { actLabel, actsAfterDeath } from './act-labels.ts'
import type { ChildWords } from './child-words.ts'
import { policeAreToBeTold } from './police-know.ts'

export interface ActLink {
  readonly command: CommandName
  readonly text: string
  readonly href: string
}

/** What this person may do, likeliest first: what meets a duty that is theirs, most urgent first, then the rest. */
export function actsNow(
  page: Pick<EpisodePage, 'id' | 'acts' | 'duties' | 'episode'>,
  post: Post,
  editions: readonly Edition[],
  child: ChildWords,
): readonly ActLink[] {
  const may = page.acts.filter((command) => !page.episode.died || actsAfterDeath.has(command))
  const mine = page.duties
    .filter(({ row, standing, holder }) => isOwed(standing) && holds(post, row.owedBy, holder))
    .toSorted((a, b) => Number(a.row.keeper) - Number(b.row.keeper))
    .flatMap(({ row }) => {
      const meets = meeting(row.duty, editions)
      return meets !== undefined && may.includes(meets.command) ? [meets] : []
    })
  const first = policeAreToBeTold(page.episode) ? may.filter((command) => command === 'report-missing') : []
  const rest = may.toSorted((a, b) => Number(isSpent(a, page, editions)) - Number(isSpent(b, page, editions)))
  const links = [...first.map(plainly), ...mine, ...rest.map(plainly)]
  return links
    .filter(({ command }, index) => links.findIndex((other) => other.command === command) === index)
    .flatMap(({ command, query }) => [
      ...(command === holding(may) ? [holdIt(page.id)] : []),
      { command, text: actLabel(command, child), href: `/episodes/${page.id}/${command}${query}` },
    ])
}

/** An interview is held question by question before anything of it is recorded. */
function holding(may: readonly CommandName[]): CommandName | undefined {
  return may.includes('record-interview') && may.includes('write-up-interview')
    ? 'record-interview'
    : undefined
}

function holdIt(episode: string): ActLink {
  return {
    command: 'write-up-interview',
    text: 'Hold the interview with the questions',
    href: `/episodes/${episode}/interview`,
  }
}

function plainly(command: CommandName): Meets {
  return { command, query: '' }
}

/** It answers duties of this episode and all of them have ended: it can be done again, and is not what comes next. */
function isSpent(
  command: CommandName,
  { duties }: Pick<EpisodePage, 'duties'>,
  editions: readonly Edition[],
): boolean {
  const served = duties.filter(({ row }) => serving(row.duty, editions).has(command))
  return served.length > 0 && !served.some(({ standing }) => isOwed(standing))
}

/** Acts that meet or discharge a duty. */
function serving(duty: string, editions: readonly Edition[]): ReadonlySet<CommandName> {
  const clause = clauseOf(duty, editions)
  const met = clause?.met.kind === 'entry' ? clause.met.anyOf : []
  const commandsFor = [...met, ...(clause?.discharged ?? [])].map(commandFor)
  return new Set(commandsFor.filter((command) => command !== undefined))
}

function clauseOf(duty: string, editions: readonly Edition[]): Clause | undefined {
  return editions.flatMap(({ clauses }) => clauses).find((one) => one.duty === duty)
}

function isOwed(standing: EpisodePage['duties'][number]['standing']): boolean {
  return standing === 'open' || standing === 'overdue'
}

interface Meets {
  readonly command: CommandName
  readonly query: string
}

/** The act that meets a duty, by what its clause counts as evidence: so that a partnership's own clause has one too. */
export function meeting(duty: string, editions: readonly Edition[]): Meets | undefined {
  const clause = clauseOf(duty, editions)
  if (clause === undefined) return undefined
  if (clause.met.kind === 'everyone-told') return { command: 'inform-agency', query: '' }
  if (clause.met.kind === 'leaving')
    return clause.starts.kind === 'stage' ? leaving[clause.starts.stage] : undefined
  const [evidence] = clause.met.anyOf
  const command = evidence && commandFor(evidence)
  return command && { command, query: queryFor(evidence) }
}

/** What ends a stage, so far as one act does. */
const leaving = {
  concern: { command: 'assess-threshold', query: '' },
  searching: { command: 'record-return', query: '' },
  reported: { command: 'record-return', query: '' },
  returned: { command: 'close-episode', query: '' },
} as const

function commandFor({ entry }: Evidence): CommandName | undefined {
  const names = Object.keys(commands) as readonly CommandName[]
  return names.find((name) => commands[name] === entry)
}

/** What the form should start with: whom to tell, which question. */
function queryFor({ where = {} }: Evidence): string {
  const named = ['role', 'question'].flatMap((field) => {
    const value = [where[field]].flat()[0]
    return typeof value === 'string' ? [[field, value] as [string, string]] : []
  })
  return named.length === 0 ? '' : `?${new URLSearchParams(named).toString()}`
}
