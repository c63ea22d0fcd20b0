// node verify.mjs EXPORT PUBLIC_KEY CHECKPOINT…   Node.js 20 or later, and nothing else. See verify-format.md.
// Holds an audit export of Whereabouts to a public key and to at least one checkpoint that came to you earlier.
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const bytes = (hex) => Buffer.from(hex.replaceAll('-', ''), 'hex')
const eight = (number) => bytes(BigInt(number).toString(16).padStart(16, '0'))
const salted = ({ salt, text }) => sha('whereabouts section 1\n', bytes(salt), text).toString('hex')
const idOf = (key) => sha(key.export({ type: 'spki', format: 'der' })).toString('hex', 0, 8)
const zeros = '0'.repeat(64)

/** The commitment that the parts of a line come to, and the hash of what it says. */
function committed({ kind, id, said, subject, stream, sequence, sections }) {
  if (kind === 'look') return [sha('whereabouts look 1\n', eight(id), bytes(said)), bytes(said)]
  if (kind === 'run') return [sha('whereabouts run 1\n', bytes(id), bytes(said)), bytes(said)]
  const sorted = Object.entries(sections).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = sorted.flatMap(([name, hash]) => [eight(Buffer.byteLength(name)), name, bytes(hash)])
  const place = [bytes(subject), bytes(id), bytes(stream), eight(sequence), eight(sorted.length)]
  const print = sha(sorted.map(([name, hash]) => `${name} ${hash}\n`).join(''))
  return [sha('whereabouts entry 1\n', ...place, ...parts), print]
}

/** Whether content is there and is not what was committed to. */
function isAltered({ kind, content = {}, sections, said }) {
  if (kind !== 'entry') return content.salt !== undefined && salted(content) !== said
  return Object.entries(content).some(([name, part]) => salted(part) !== sections[name])
}

/** The checkpoints to rely on, in order; `fault` is told of every other. Yours come first. */
function soundCheckpoints(inFile, given, record, keys, fault) {
  const sound = new Map()
  for (const { document, signature } of [...given, ...inFile]) {
    const one = { ...JSON.parse(document), document }
    const [key, of] = [keys.get(one.key), `checkpoint ${one.number}`]
    if (!key || !isSigned(null, Buffer.from(document), key, Buffer.from(signature, 'base64')))
      fault('not-signed', one.position, `${of} is not signed with a key that you trust`)
    else if (one.record !== record || (sound.get(one.number)?.document ?? document) !== document)
      fault('other-checkpoint', one.position, `${of} is not the one that you hold, or of another record`)
    else sound.set(one.number, one)
  }
  const filed = inFile.map(({ document }) => JSON.parse(document))
  filed.forEach(({ number, position }, index) => {
    const wanted = filed[0].number + index
    if (number !== wanted) fault('replayed', position, `checkpoint ${number} stands where ${wanted} would`)
  })
  for (const { number, position, previous } of sound.values()) {
    if (number > (filed.at(-1)?.number ?? 0))
      fault('checkpoint-missing', position, `checkpoint ${number}, which you hold, is not in the file`)
    const before = number === 1 ? zeros : sound.has(number - 1) && sha(sound.get(number - 1).document)
    if (before && before.toString('hex') !== previous)
      fault('replayed', position, `checkpoint ${number} does not follow from the one before`)
  }
  return [...sound.values()].sort((a, b) => a.number - b.number)
}

/** Names each position that is not as it was attested. Both hold pairs of position and mark, in order. */
function compare(attested, there, fault) {
  if (attested.every(([, mark], index) => there[index]?.[1] === mark)) return
  const was = new Map(attested.map(([position, mark]) => [mark.slice(0, 8), [position, mark]]))
  const last = there.findLastIndex(([, mark]) => was.has(mark.slice(0, 8)))
  const [seen, kept] = [new Set(), []]
  for (const [at, mark] of there.slice(0, last + 1)) {
    const name = mark.slice(0, 8)
    const [position, before] = was.get(name) ?? []
    if (seen.has(name)) fault('doubled', at, 'stands there a second time')
    else if (before === undefined) fault('added', at, 'was not there when this was attested')
    else if (before.slice(8, 12) !== mark.slice(8, 12)) fault('changed', position, 'says something else now')
    else if (before !== mark) fault('moved', position, 'stands in another stream, or elsewhere in its own')
    if (before !== undefined && !seen.has(name)) kept.push(position)
    seen.add(name)
  }
  for (const [name, [at]] of was) if (!seen.has(name)) fault('missing', at, 'is not in the file')
  const ordered = kept.toSorted((a, b) => a - b)
  kept.forEach((at, index) => at !== ordered[index] && fault('reordered', at, 'stands elsewhere'))
}

/** Takes the lines of an export one by one. `keys` are public keys by their ids, `given` the checkpoints you hold. */
export function verifier({ keys, given }) {
  const [faults, inFile, there, hashes, heads] = [[], [], [], new Map(), new Map()]
  const fault = (kind, position, words) => faults.push({ kind, position, words })
  let [head, end, count, position, hash] = [{ from: { position: 0, hash: zeros } }, {}, 0, 0, zeros]
  const link = (line) => {
    const [commitment, said] = committed(line)
    const own = sha('whereabouts chain 1\n', bytes(hash), eight(++position), commitment).toString('hex')
    if (commitment.toString('hex') !== line.commitment || isAltered(line))
      fault('changed', position, 'is not what was committed to')
    else if (own !== line.hash || line.position !== position)
      fault('broken', position, 'does not follow on the chain')
    const before = heads.get(line.stream) ?? (head.from.position === 0 ? 0 : line.sequence - 1)
    if (line.sequence !== undefined && line.sequence !== before + 1)
      fault('sequence', position, `is ${line.sequence} of its stream, after ${before}`)
    heads.set(line.stream, line.sequence)
    hashes.set(position, (hash = line.hash))
    const which = sha(`${line.kind} ${line.id}`).toString('latin1', 0, 8)
    there.push([position, which + said.toString('latin1', 0, 4) + commitment.toString('latin1', 0, 4)])
  }
  const take = (line) => {
    if (count++ === 0) [head, position, hash] = [line, line.from.position, line.from.hash]
    else if (line.kind === 'checkpoint') inFile.push(line)
    else if (line.kind === 'end') end = line
    else link(line)
  }
  const conclude = () => {
    const { from, until, record } = head
    if (end.lines !== count - 1 || until?.position !== position || until.hash !== hash)
      fault('cut', position, 'the file does not end where it says')
    const sound = soundCheckpoints(inFile, given, record, keys, fault)
    hashes.set(0, zeros).set(from.position, from.hash)
    if (from.position === 0 ? from.hash !== zeros : !sound.some((one) => one.position === from.position))
      fault('cut', from.position, 'the file begins where no checkpoint stands')
    const [attested, inOrder, newest] = [new Map(), [], sound.at(-1)?.position ?? 0]
    for (const { position: last, marks } of sound) {
      const all = Buffer.from(marks, 'base64').toString('latin1')
      for (let at = 0; at < all.length; at += 16)
        attested.set(last + 1 + (at - all.length) / 16, all.slice(at, at + 16))
    }
    // Where no mark can be relied on, the next signed hash tells that something differs, and not what.
    for (let at = from.position + 1; at <= newest; at++)
      inOrder.push([at, attested.get(at) ?? there[at - from.position - 1]?.[1] ?? String(at).padEnd(16)])
    compare(inOrder, there, fault)
    for (const one of sound)
      if (one.position >= from.position && hashes.get(one.position) !== one.hash)
        fault('differs', one.position, `the chain is not what checkpoint ${one.number} attests`)
    return { faults, from: from.position, until: position, attested: newest }
  }
  return { take, conclude }
}

/** Public keys by their ids, from one PEM or several. */
export function keysIn(text) {
  const keys = text.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g).map((pem) => createPublicKey(pem))
  return new Map(keys.map((key) => [idOf(key), key]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file, keyFile, ...held] = process.argv.slice(2)
  const given = held.map((name) => JSON.parse(readFileSync(name, 'utf8')))
  const { take, conclude } = verifier({ keys: keysIn(readFileSync(keyFile, 'utf8')), given })
  for await (const line of createInterface({ input: createReadStream(file) })) take(JSON.parse(line))
  const { faults, from, until, attested } = conclude()
  for (const one of faults) console.log(`${one.kind}: position ${one.position} ${one.words}`)
  console.log(`Positions ${from + 1} to ${until}, attested up to ${attested}: ${faults.length} faults.`)
  if (until > attested) console.log(`Positions ${attested + 1} to ${until} are not yet attested.`)
  process.exitCode = faults.length === 0 && held.length > 0 ? 0 : 1
}
