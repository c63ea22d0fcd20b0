import { format } from 'prettier'
import { scoreOf, type Mutant } from './mutants.ts'

/** A change that nobody could notice from outside, and why. */
export interface Equivalent {
  readonly file: string
  /** What stands there, and what Stryker puts in its place, each on one line. */
  readonly changes: readonly (readonly [from: string, to: string])[]
  readonly why: string
}

export interface RoomOfMutants {
  readonly room: string
  readonly mutants: readonly Mutant[]
}

/** Why nobody could notice it, where that is known. */
function reasonFor(mutant: Mutant, equivalents: readonly Equivalent[]): string | undefined {
  return equivalents.find((one) => isAbout(one, mutant))?.why
}

/** Equivalents that no unnoticed change answers to any more: the code or the tests have moved on. */
export function outlived(
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): readonly (readonly [file: string, from: string, to: string])[] {
  return equivalents.flatMap(({ file, changes }) =>
    changes
      .filter(([from, to]) => !mutants.some((one) => isAbout({ file, changes: [[from, to]] }, one)))
      .map(([from, to]) => [file, from, to] as const),
  )
}

function isAbout({ file, changes }: Pick<Equivalent, 'file' | 'changes'>, mutant: Mutant): boolean {
  return (
    mutant.standing === 'unnoticed' &&
    mutant.file === file &&
    changes.some(([from, to]) => from === mutant.from && to === mutant.to)
  )
}

/** The page that lists what no test notices, room by room. */
export function survivorsPage(
  rooms: readonly RoomOfMutants[],
  equivalents: readonly Equivalent[],
): Promise<string> {
  const all = rooms.flatMap(({ mutants }) => mutants)
  const text = [
    '# Changes to the code that no test notices',
    'Written by `npm run proof`. Each change that Stryker knows is made to `src/kernel` and `src/domain`, one at a time, and tried on the tests of the same room. The score is of all of them: those that nobody could notice count as not noticed.',
    [
      '| Room | Changes | Noticed | Score |',
      '| --- | ---: | ---: | ---: |',
      ...rooms.map(row),
      row({ room: 'together', mutants: all }),
    ].join('\n'),
    ...rooms.flatMap((room) => sectionOf(room, equivalents)),
  ].join('\n\n')
  return format(text, { parser: 'markdown' })
}

function row({ room, mutants }: RoomOfMutants): string {
  const { score, of } = scoreOf(mutants)
  const endless = mutants.filter(({ standing }) => standing === 'endless').length
  const noticed = mutants.filter(({ standing }) => standing !== 'unnoticed').length
  return `| ${room} | ${of} | ${noticed}${endless > 0 ? `, ${endless} as a loop without an end` : ''} | ${score.toFixed(1)} % |`
}

function sectionOf({ room, mutants }: RoomOfMutants, equivalents: readonly Equivalent[]): readonly string[] {
  const left = mutants.filter(({ standing }) => standing === 'unnoticed')
  const byFile = [...Map.groupBy(left, ({ file }) => file)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    `## ${room}`,
    ...byFile.flatMap(([file, here]) => [
      `### ${file}`,
      here
        .toSorted((a, b) => a.line - b.line)
        .map(
          (one) =>
            `- line ${one.line}: ${code(one.from)} → ${code(one.to)}. ${reasonFor(one, equivalents) ?? '_No test yet._'}`,
        )
        .join('\n'),
    ]),
  ]
}

/** Long ones are cut: the file says the rest. */
function code(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 90)}…` : text
  return short === '' ? 'nothing' : `\`\` ${short} \`\``
}
