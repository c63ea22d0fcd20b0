import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { House } from './house.ts'
import type { Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** Runs one command line, without the program's own name in it. Gives the exit code; prints on standard output. */
export async function runProgram(words: readonly string[], house: House): Promise<number> {
  let code = 0
  const program = new Command('whereabouts')
    .description('One shared episode when a child is not where they should be: who owes what, by when.')
    .version(manifest.version, '--version', 'say which release this is')
    .exitOverride()
  for (const verb of verbs) add(program, verb, async (given) => (code = await verb.run(house, given)))
  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    // Commander has already said on the terminal what is wrong with the line.
    if (error instanceof CommanderError) return error.exitCode
    throw error
  }
}

type Run = (given: Parameters<Verb['run']>[1]) => Promise<unknown>

function add(program: Command, verb: Verb, run: Run): void {
  const command = program.command(verb.name).description(verb.summary)
  command.option('--json', 'answer in JSON, for machines')
  for (const { flags, summary } of verb.options ?? []) command.option(flags, summary)
  command.action(async () => {
    const options = command.opts<Record<string, unknown>>()
    await run({
      words: command.args,
      options,
      answer: (words, record) => console.log(options['json'] === true ? JSON.stringify(record) : words),
    })
  })
}
