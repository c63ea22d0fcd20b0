import type { House } from './house.ts'

/** One word on the command line: `whereabouts <verb>`. Each verb has a file of its own and a line in `verbs.ts`. */
export type Verb = {
  /** As Commander reads it: the word, then what it takes, as in `import <form> <folder>`. */
  readonly name: string
  readonly summary: string
  readonly options?: readonly { readonly flags: string; readonly summary: string }[]
  /** Answers with the process's exit code. */
  readonly run: (house: House, given: Given) => Promise<number>
}

export type Given = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  /** Answers a person in words, or with `--json` a machine with the record. */
  readonly answer: (words: string, record: object) => void
}
