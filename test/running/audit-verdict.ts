/** What an answer of `npm audit --json` comes to: what is said, and the exit code. */
interface Verdict {
  readonly code: 0 | 1
  readonly lines: readonly string[]
}

interface Finding {
  readonly name: string
  readonly severity: string
  readonly range?: string
  readonly via?: readonly (string | { readonly title?: string; readonly url?: string })[]
}

/** A report, or why there is none: npm's own shapes. */
interface Answer {
  readonly vulnerabilities?: Readonly<Record<string, Finding>>
  readonly metadata?: {
    readonly vulnerabilities?: Readonly<Record<string, number>>
    readonly dependencies?: { readonly total?: number }
  }
  readonly statusCode?: number
  readonly message?: string
  readonly error?: { readonly summary?: string }
}

const levels = ['info', 'low', 'moderate', 'high', 'critical']
const mended = levels.indexOf('high')

/** 404, 405, 501: what a registry answers that has no such thing. */
const notOffered: ReadonlySet<number> = new Set([404, 405, 501])

/** A registry that offers no audits is told of and fails nobody; findings do, and so does an answer that is neither. */
export function auditVerdict(stdout: string): Verdict {
  const answer = parsed(stdout)
  const counts = answer?.metadata?.vulnerabilities
  if (counts !== undefined) return reported(answer ?? {}, counts)
  const status = statusOf(answer)
  if (notOffered.has(status))
    return passes(`Not audited: the registry offers no audits (it answered ${status}).`)
  return fails('Not audited: the registry gave no answer that could be read. Ask again.')
}

function reported(
  { vulnerabilities = {}, metadata }: Answer,
  counts: Readonly<Record<string, number>>,
): Verdict {
  const found = Object.values(vulnerabilities).filter(({ severity }) => levels.indexOf(severity) >= mended)
  const sum = (some: readonly string[]) => some.reduce((all, level) => all + (counts[level] ?? 0), 0)
  // The counts are a second opinion: an answer that names nothing and counts something is no all-clear.
  if (found.length > 0 || sum(levels.slice(mended)) > 0)
    return fails('Packages are known to be dangerous: mend them before anything else.', ...found.map(inWords))
  const all = metadata?.dependencies?.total ?? 'all'
  return passes(
    `Audited: of ${all} packages none is high or critical, ${sum(levels.slice(0, mended))} are less.`,
  )
}

function inWords({ name, severity, range = '', via = [] }: Finding): string {
  const why = via.map((one) => (typeof one === 'string' ? `by way of ${one}` : (one.title ?? one.url ?? '')))
  return `${severity}: ${name} ${range} ${why.join('; ')}`
}

/** Older versions of npm say it in words alone. */
function statusOf(answer: Answer | undefined): number {
  const said = /\b[45]\d\d\b/.exec(answer?.error?.summary ?? answer?.message ?? '')
  return answer?.statusCode ?? Number(said?.[0])
}

function parsed(text: string): Answer | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Answer | undefined
  } catch {
    return undefined
  }
}

function passes(line: string): Verdict {
  return { code: 0, lines: [line] }
}

function fails(...lines: readonly string[]): Verdict {
  return { code: 1, lines }
}
