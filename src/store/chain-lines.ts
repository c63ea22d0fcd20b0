import type { PoolClient } from 'pg'
import type { Moment } from '../kernel/moment.ts'
import { inPages } from './in-pages.ts'
import { lookText, runText } from './looks.ts'

/** What the salted hash of a section, a look or a run is over. The salt is hex. */
interface Said {
  readonly salt: string
  readonly text: string
}

interface Placed {
  readonly position: number
  readonly hash: string
  readonly commitment: string
}

/** What stands at one position of the chain, without a word of it unless content was asked for. Hashes are hex. */
export type ChainLine = Placed &
  (
    | {
        readonly kind: 'entry'
        readonly id: string
        readonly subject: string
        readonly stream: string
        readonly sequence: number
        readonly sections: Readonly<Record<string, string>>
        /** A section that was disposed of by law is not there. */
        readonly content?: Readonly<Record<string, Said>>
      }
    | { readonly kind: 'look'; readonly id: number; readonly said: string; readonly content?: Said }
    | { readonly kind: 'run'; readonly id: string; readonly said: string; readonly content?: Said }
  )

interface Row extends Omit<Placed, 'hash' | 'commitment'> {
  readonly hash: Buffer
  readonly commitment: Buffer
  readonly look: number | null
  readonly run: string | null
  readonly entry: string | null
  readonly subject: string | null
  readonly stream: string | null
  readonly sequence: number | null
  readonly sections: readonly string[] | null
  readonly hashes: readonly Buffer[] | null
  readonly own: Buffer | null
  readonly said: Buffer | null
  readonly salt: Buffer | null
  readonly at: Moment | null
  readonly person: string | null
  readonly post: string | null
  readonly what: string | null
  readonly children: readonly string[] | null
  readonly purpose: string | null
  readonly reference: string | null
  readonly verb: string | null
  readonly reason: string | null
  readonly content:
    readonly { readonly section: string; readonly salt: string; readonly bytes: string }[] | null
}

const content = `(
  select jsonb_agg(jsonb_build_object('section', c.section, 'salt', encode(c.salt, 'hex'), 'bytes', encode(c.bytes, 'hex')))
  from whereabouts.entry_content c where c.subject = p.subject and c.entry = p.entry)`

/** The chain after one position and up to another, in order, in pages. Within the caller's transaction; takes the
    maintainer. */
export async function* chainLines(
  client: PoolClient,
  after: number,
  until: number,
  withContent: boolean,
): AsyncGenerator<readonly ChainLine[]> {
  const statement = `
    select p.position, p.hash, p.commitment, p.look, p.run, p.entry, p.subject, e.stream, e.sequence, e.sections,
      e.hashes, coalesce(e.commitment, l.commitment, m.commitment) as own, coalesce(l.said, m.said) as said,
      coalesce(l.salt, m.salt) as salt, coalesce(l.at, m.at) as at, l.person, l.post, l.what, l.children, l.purpose,
      l.reference, m.verb, m.reason, ${withContent ? content : 'null::jsonb'} as content
    from whereabouts.position p
    left join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
    left join whereabouts.look l on l.id = p.look
    left join whereabouts.maintenance m on m.run = p.run
    where p.position > ${after} and p.position <= ${until}
    order by p.position`
  for await (const page of inPages<Row>(client, statement)) yield page.map((row) => lineOf(row, withContent))
}

/** As the rows say: whether that is what was committed to is for whoever reads the file. */
function lineOf(row: Row, withContent: boolean): ChainLine {
  const { position, hash, own, commitment } = row
  const placed = { position, hash: hash.toString('hex'), commitment: (own ?? commitment).toString('hex') }
  if (row.entry !== null) return { kind: 'entry', ...placed, ...ofEntry(row, row.entry, withContent) }
  const said = row.said?.toString('hex') ?? ''
  const content =
    withContent && row.salt !== null ? { content: { salt: row.salt.toString('hex'), text: textOf(row) } } : {}
  if (row.look !== null) return { kind: 'look', ...placed, id: row.look, said, ...content }
  return { kind: 'run', ...placed, id: row.run ?? '', said, ...content }
}

function ofEntry(
  { subject, stream, sequence, sections, hashes, content }: Row,
  id: string,
  withContent: boolean,
) {
  const named = (sections ?? []).map(
    (section, place) => [section, hashes?.[place]?.toString('hex') ?? ''] as const,
  )
  const said = (content ?? []).map(({ section, salt, bytes }) => {
    const text = Buffer.from(bytes, 'hex').toString()
    return [section, { salt, text }] as const
  })
  return {
    id,
    subject: subject ?? '',
    stream: stream ?? '',
    sequence: sequence ?? 0,
    sections: Object.fromEntries(named),
    ...(withContent && { content: Object.fromEntries(said) }),
  }
}

function textOf(row: Row): string {
  const at = row.at ?? ('' as Moment)
  if (row.look === null) {
    return runText({ run: row.run ?? '', verb: row.verb ?? '', reason: row.reason ?? '', at })
  }
  return lookText({
    id: row.look,
    at,
    person: row.person ?? '',
    post: row.post ?? '',
    what: row.what ?? '',
    children: row.children ?? [],
    purpose: row.purpose,
    reference: row.reference,
  })
}
