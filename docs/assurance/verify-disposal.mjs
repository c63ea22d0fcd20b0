// node verify-disposal.mjs CERTIFICATE EXPORT   Node.js 20 or later, and nothing else. See verify-format.md.
// Holds a certificate of disposal to an audit export that verify.mjs has confirmed: what it names was on the chain, what
// the two people decided is what the chain says, and nothing of what it names is there any more.
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const bytes = (hex) => Buffer.from(hex.replaceAll('-', ''), 'hex')
const eight = (number) => bytes(BigInt(number).toString(16).padStart(16, '0'))

function commitmentOf({ subject, id, stream, sequence, sections }) {
  const sorted = Object.entries(sections).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = sorted.flatMap(([name, hash]) => [eight(Buffer.byteLength(name)), name, bytes(hash)])
  const place = [bytes(subject), bytes(id), bytes(stream), eight(sequence), eight(sorted.length)]
  return sha('whereabouts entry 1\n', ...place, ...parts).toString('hex')
}

/** What is wrong with a certificate, given the lines of an export in order; nothing where it holds. */
export async function verifyDisposal(certificate, lines) {
  const faults = []
  const fault = (kind, where) => faults.push({ kind, where })
  const { run, entries } = certificate
  if (certificate.format !== 'whereabouts disposal certificate 1')
    return [{ kind: 'other-format', where: 'the file' }]
  const line = JSON.parse(certificate.line)
  const hash = sha(certificate.line).toString('hex')
  const said = sha('whereabouts section 1\n', bytes(run.salt), run.text).toString('hex')
  if (said !== run.said || !JSON.parse(run.text).reason.endsWith(` ${hash}`))
    fault('line-altered', 'the line is not the one that the run of disposal names')
  if (sha('whereabouts run 1\n', bytes(run.id), bytes(said)).toString('hex') !== run.commitment)
    fault('line-altered', 'the run is not what was committed to')
  if (line.proposed.person === line.confirmed.person)
    fault('one-person', 'the same person proposed and confirmed')
  const named = (all) =>
    JSON.stringify(all.map(([id, sections]) => `${id} ${[...sections].sort().join(' ')}`).sort())
  if (
    named(line.content.map((one) => [one.entry, one.sections])) !==
    named(entries.map((one) => [one.id, one.gone]))
  )
    fault('other-entries', 'the entries are not those of the line')
  const open = new Map(entries.map((one) => [one.position, one]))
  let seen = false
  for await (const there of lines) {
    if (there.kind === 'whereabouts audit 1' && there.record !== line.record)
      fault('other-record', 'the export is of another record')
    if (there.position === run.position) {
      seen =
        there.kind === 'run' &&
        there.id === run.id &&
        there.said === said &&
        there.commitment === run.commitment
      if (!seen) fault('not-on-the-chain', `position ${run.position} is not that run`)
    }
    const one = open.get(there.position)
    if (one === undefined) continue
    open.delete(there.position)
    const same = there.kind === 'entry' && there.id === one.id && there.commitment === one.commitment
    if (!same || commitmentOf(one) !== one.commitment)
      fault('not-on-the-chain', `position ${one.position} is not that entry`)
    for (const name of one.gone) {
      if (one.sections[name] === undefined)
        fault('other-entries', `position ${one.position} has no section ${name}`)
      if (there.content?.[name] !== undefined)
        fault('still-there', `position ${one.position}, section ${name}`)
    }
  }
  for (const position of open.keys()) fault('not-on-the-chain', `position ${position} is not in the export`)
  if (!seen && !faults.some(({ kind }) => kind === 'not-on-the-chain'))
    fault('not-on-the-chain', `position ${run.position}, the run of disposal, is not in the export`)
  return faults
}

async function* linesOf(file) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== '') yield JSON.parse(line)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, exported] = process.argv.slice(2)
  if (!exported) {
    console.error('node verify-disposal.mjs CERTIFICATE EXPORT')
    process.exit(2)
  }
  const certificate = JSON.parse(readFileSync(file, 'utf8'))
  const faults = await verifyDisposal(certificate, linesOf(exported))
  for (const { kind, where } of faults) console.log(`${kind}: ${where}`)
  const { proposed, confirmed, controllerName, at, class: of } = JSON.parse(certificate.line)
  const who = [proposed, confirmed].map(({ name, role }) => `${name} (${role})`).join(' and ')
  if (faults.length === 0)
    console.log(
      `${certificate.entries.length} entries of class ${of} were disposed of at ${at} for ${controllerName}, by ${who}. Hold the export itself to your checkpoint with verify.mjs.`,
    )
  process.exit(faults.length === 0 ? 0 : 1)
}
