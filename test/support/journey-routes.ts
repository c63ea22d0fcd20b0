import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { mayDo, mayRecordCare, mayRegister, mayUse } from '../../src/domain/access/may.ts'
import type { Route } from '../../src/web/route.ts'

/** Episodes and children of the demonstration that the tests of every route use. */
export const jaysEpisode = episodeIdOf('jay, high risk')
export const jay = childIdOf('jay')

type Member = (typeof cast)[keyof typeof cast]

const those: readonly Member[] = [
  cast.sam,
  cast.imran,
  cast.noor,
  cast.karl,
  cast.grace,
  cast.dawn,
  cast.ruby,
  cast.wilma,
  cast.nina,
  cast.colm,
]

/** Somebody of those who know Jay who may use this route. */
export function whoMay({ may, path }: Route): Member {
  // Whoever answers for the record, not whoever works with the child.
  if (path.includes('/looks')) return cast.dawn
  const found = those.find(({ author }) => {
    if (may.kind === 'may') return mayDo(author, may.command)
    if (may.kind === 'may-care') return mayRecordCare(author, may.entry)
    if (may.kind === 'may-register') return mayRegister(author, may.entry)
    return may.kind !== 'may-use' || mayUse(author, may.use)
  })
  if (found === undefined) throw new Error(`Nobody in the test may use ${path}.`)
  return found
}

/** What a form may answer to anything at all: it is kept, asked again, overtaken; a question outside one's relationships is
    answered on its page, nothing waits for review, an export is a file, a script is told how a draft was kept, and a code is
    shown once. */
export function mayAnswer({ may, confirms, path }: Route, status: number): boolean {
  const isOpen = may.kind === 'may-use' || confirms || /^\/drafts|\/code$/.test(path)
  return [303, 400, 409, ...(isOpen ? [200, 404] : [])].includes(status)
}

/** The page on which the form of an export stands, or that by which an advocate makes a code. */
export function pageOf({ path }: Route): string {
  return path.replace(/\/export$|^(\/beside\/:child)\/code$/, '$1')
}

/** The address of a route with these parts in it. */
export function addressOf(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)|\*/g, (all, name?: string) => parts[name ?? '*'] ?? all)
}

/** What is sent to this address, of a page that may have other forms beside it. */
export function ownFormIn(page: string, address: string): string {
  const forms = page.split(/(?=<form)/).filter((part) => part.startsWith('<form'))
  const own = forms.filter(
    (form) => form.includes(`action="${address}"`) || !/^<form[^>]* action=/.test(form),
  )
  return own.length === 0 ? page : own.join('')
}
