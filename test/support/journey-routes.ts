import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { mayDo, mayRegister } from '../../src/domain/access/may.ts'
import type { Route } from '../../src/web/route.ts'

/** Episodes and children of the demonstration that the tests of every route use. */
export const jaysEpisode = episodeIdOf('jay, high risk')
export const jay = childIdOf('jay')

type Member = (typeof cast)[keyof typeof cast]

const those: readonly Member[] = [cast.sam, cast.imran, cast.noor, cast.karl, cast.grace]

/** Somebody of those who know Jay who may use this route. */
export function whoMay({ may, path }: Route): Member {
  const found = those.find(({ author }) =>
    may.kind === 'may'
      ? mayDo(author, may.command)
      : may.kind !== 'may-register' || mayRegister(author, may.entry),
  )
  if (found === undefined) throw new Error(`Nobody in the test may use ${path}.`)
  return found
}

/** The address of a route with these parts in it. */
export function addressOf(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)|\*/g, (all, name?: string) => parts[name ?? '*'] ?? all)
}
