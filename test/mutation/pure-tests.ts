import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import type { InstrumenterContext } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner'
import { collect, type Collected } from './collector.ts'
import { Generations } from './generations.ts'

/** Runs our pure tests for Stryker in Stryker's own process, so that a mutant costs what the tests that reach it cost:
    the quickest first, until one fails. What modules work out while they load is worked out anew under the mutant. */
class PureTests implements TestRunner {
  /** Stryker starts us in its copy of the project. */
  readonly #folder = process.cwd()
  readonly #files = globSync(join(this.#folder, 'src/**/*.test.ts')).filter(isAllHere).sort()
  readonly #stryker: InstrumenterContext = ((globalThis as Shared).__stryker__ ??= {})
  readonly #generations = new Generations(this.#folder)
  #tests: readonly Collected[] = []
  #times: Readonly<Record<string, number>> | undefined

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    process.env['SIZE'] = 'mutants'
    const tests: Collected[] = []
    for (const file of this.#files) tests.push(...(await this.#read(file)))
    this.#tests = tests
  }

  dryRun(): Promise<DryRunResult> {
    const tests = this.#tests.map((test) => {
      this.#stryker.currentTestId = test.id
      return run(test)
    })
    delete this.#stryker.currentTestId
    writeFileSync(
      this.#kept,
      JSON.stringify(Object.fromEntries(tests.map((test) => [test.id, test.timeSpentMs]))),
    )
    const { mutantCoverage } = this.#stryker
    return Promise.resolve({
      status: DryRunStatus.Complete,
      tests,
      ...(mutantCoverage && { mutantCoverage }),
    })
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, sandboxFileName: mutated, testFilter } = options
    this.#stryker.activeMutant = activeMutant.id
    // Stryker lets a mutant be met a hundred times as often as all tests meet it, for shrinking, which we do not do.
    if (hitLimit !== undefined) Object.assign(this.#stryker, { hitCount: 0, hitLimit: hitLimit / 25 })
    try {
      const tests =
        mutantActivation === 'static'
          ? await this.#anew(mutated)
          : this.#untilOneFails(this.#tests.filter(({ id }) => testFilter?.includes(id)))
      const isEndless = tests.some((test) => 'endless' in test)
      const tooOften = determineHitLimitReached(this.#stryker.hitCount, this.#stryker.hitLimit)
      if (isEndless) return toMutantRunResult({ status: DryRunStatus.Timeout })
      return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests }, false)
    } finally {
      delete this.#stryker.activeMutant
      delete this.#stryker.hitCount
      delete this.#stryker.hitLimit
    }
  }

  /** Every test that leans on the file, nearest first, each read again with the mutant already there. */
  async #anew(mutated: string): Promise<Ran[]> {
    const distances = this.#generations.distances(mutated)
    const near = this.#files
      .filter((file) => distances.has(file))
      .sort((one, other) => (distances.get(one) ?? 0) - (distances.get(other) ?? 0))
    this.#generations.renew(mutated)
    const results: Ran[] = []
    for (const file of near) {
      results.push(...(await this.#readAndRun(file)))
      if (results.at(-1)?.status === TestStatus.Failed) break
    }
    return results
  }

  async #readAndRun(file: string): Promise<Ran[]> {
    try {
      return this.#untilOneFails(await this.#read(file))
    } catch (error) {
      const id = this.#tests.find((test) => test.file === file)?.id ?? file
      return [{ id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage: String(error) }]
    }
  }

  #read(file: string): Promise<readonly Collected[]> {
    return collect(file, () => this.#generations.import(file))
  }

  #untilOneFails(tests: readonly Collected[]): Ran[] {
    const usual = ({ id }: Collected): number => this.#usually[id] ?? 0
    const results: Ran[] = []
    for (const test of tests.toSorted((one, other) => usual(one) - usual(other))) {
      const result = run(test, usual(test))
      results.push(result)
      if (result.status === TestStatus.Failed) break
    }
    return results
  }

  /** Milliseconds that each test takes without a mutant. One of Stryker's processes found out; the others read it. */
  get #usually(): Readonly<Record<string, number>> {
    if (this.#times === undefined && existsSync(this.#kept))
      this.#times = JSON.parse(readFileSync(this.#kept, 'utf8')) as Record<string, number>
    return this.#times ?? {}
  }

  get #kept(): string {
    return join(this.#folder, 'times.json')
  }
}

type Shared = typeof globalThis & { __stryker__?: InstrumenterContext; bodyOfTest?: () => void }
type Ran = TestResult & { readonly endless?: true }

/** A test that starts another program is left out: that program holds no mutant, and starting it takes long. */
function isAllHere(file: string): boolean {
  return !readFileSync(file, 'utf8').includes("'node:child_process'")
}

/** Called from a script of its own, because only that can be ended from outside. */
const call = new Script('bodyOfTest()')
const spare = 5000

/** Runs one test, at most 5 seconds and 20 times as long as it took without a mutant: a mutant that takes longer has made
    a loop without an end. It is the processor's time that counts, for a busy machine is no loop. */
function run({ id, file, body }: Collected, usual = 0): Ran {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const about = { id, name: id, fileName: file }
  const spent = (): { timeSpentMs: number } => ({ timeSpentMs: performance.now() - began })
  for (let limit = spare + 20 * usual; ; limit *= 2) {
    try {
      ;(globalThis as Shared).bodyOfTest = body
      call.runInThisContext({ timeout: Math.ceil(limit) })
      return { ...about, ...spent(), status: TestStatus.Success }
    } catch (error) {
      const failed = {
        ...about,
        ...spent(),
        status: TestStatus.Failed,
        failureMessage: String(error),
      } as const
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'))
        return failed
      if (process.cpuUsage(used).user / 1000 > limit / 2) return { ...failed, endless: true }
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'pure-tests', PureTests)]
