/** One interval between two sightings of a strand. */
export interface Interval {
  /** Its length, as a ratio to the cadence that is expected: 1 is just in time. Above zero. */
  readonly ratio: number
  /** Whether the child saw the sighting that ends it; absent where that is not asked of the strand. */
  readonly seen?: boolean
}

/** Whether a strand thins out before any rule is broken, and since which interval, from 0, it most likely does. */
export interface Drift {
  readonly drifting: boolean
  readonly since: number
  /** How much likelier the intervals are where they lengthen from some moment on than where they do not, as a natural
      logarithm. It says something of a service, and nothing of a child. */
  readonly logOdds: number
}

/**
 * A sequential Bayesian change detector on the logarithm of each ratio, in the manner of Shiryaev (1963): from an unknown
 * moment on every interval is 5 in 100 longer than the one before. The usual ratio and its spread are not known: both are
 * weighed over what services are like, a usual ratio near 0.8 or, less surely, anywhere around it. Where it is asked
 * whether the child saw it, the intervals may lengthen, fewer may be seen, or both, each as likely.
 */
export function driftOf(intervals: readonly Interval[]): Drift | undefined {
  const lengths = intervals.map(({ ratio }) => Math.log(ratio) - usual)
  const steady = logLikelihood(lengths.length, sum(lengths), sum(lengths.map((y) => y * y)))
  const asBefore = seenAsBefore(intervals)
  const isAsked = intervals.some(({ seen }) => seen !== undefined)
  const changes = lengtheningFrom(lengths).map((longer, since) => {
    const fewer = seenAsBefore(intervals.slice(0, since)) + seenSince(intervals.slice(since))
    const ways = isAsked ? [longer + asBefore, steady + fewer, longer + fewer] : [longer]
    return logOfSum(ways) - Math.log(ways.length) + Math.log(hazard)
  })
  // The first interval has nothing before it that it could be longer than.
  const [, ...later] = changes
  if (later.length === 0) return undefined
  const logOdds = logOfSum(later) - steady - asBefore
  const since = 1 + later.indexOf(Math.max(...later))
  return { drifting: logOdds > threshold, since, logOdds }
}

/** Set on simulated histories so that 5 in 100 stable ones of three years are taken for drifting; `npm run bench` holds
    it to others. */
const threshold = 1.46

const usual = Math.log(0.8)
const lengthening = Math.log(1.05)
/** A change is expected once in forty intervals: four to five years of visits. */
const hazard = 1 / 40
const spreads = [0.04, 0.06, 0.09, 0.13, 0.18, 0.25, 0.35, 0.5]
/** How far a service's usual ratio lies from 0.8, as a logarithm, and how many services are like that. */
const services = [
  { spread: 0.05, share: 0.85 },
  { spread: 0.25, share: 0.15 },
]

/** For each place the likelihood of all logarithms where intervals lengthen from there on. */
function lengtheningFrom(lengths: readonly number[]): readonly number[] {
  const [all, squares] = [sum(lengths), sum(lengths.map((y) => y * y))]
  const found: number[] = []
  let [rest, weighted] = [0, 0]
  for (let since = lengths.length - 1; since >= 0; since--) {
    const steps = lengths.length - since
    rest += lengths[since] ?? 0
    weighted += rest
    const total = all - (lengthening * steps * (steps + 1)) / 2
    const square =
      squares - 2 * lengthening * weighted + (lengthening ** 2 * steps * (steps + 1) * (2 * steps + 1)) / 6
    found.push(logLikelihood(lengths.length, total, square))
  }
  return found.toReversed()
}

/** Of so many normal values with this sum and this sum of squares, the mean and the spread weighed as above. */
function logLikelihood(count: number, total: number, squares: number): number {
  return logOfSum(
    spreads.flatMap((spread) =>
      services.map(({ spread: around, share }) => {
        const [own, prior] = [spread ** 2, around ** 2]
        const fit = squares / own - (total ** 2 * prior) / (own * (own + count * prior))
        return Math.log(share) - count * Math.log(spread) - Math.log(1 + (count * prior) / own) / 2 - fit / 2
      }),
    ),
  )
}

/** Children are nearly always seen: as nine times out of ten, weighed as ten sightings would. */
function seenAsBefore(intervals: readonly Interval[]): number {
  return ofShare(intervals, 9, 1)
}

/** Any share is as likely as any other. */
function seenSince(intervals: readonly Interval[]): number {
  return ofShare(intervals, 1, 1)
}

function ofShare(intervals: readonly Interval[], yes: number, no: number): number {
  const asked = intervals.filter(({ seen }) => seen !== undefined)
  const saw = asked.filter(({ seen }) => seen).length
  return rising(yes, saw) + rising(no, asked.length - saw) - rising(yes + no, asked.length)
}

function rising(from: number, times: number): number {
  return sum(Array.from({ length: times }, (_, index) => Math.log(from + index)))
}

function logOfSum(logs: readonly number[]): number {
  const most = Math.max(...logs)
  return most + Math.log(sum(logs.map((log) => Math.exp(log - most))))
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
