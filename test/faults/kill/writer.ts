import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { formsOn, type SentForm } from './forms.ts'
import { offered, signedInAs, type Answer, type Person, type Site } from './person.ts'

/** A note as it was sent, kept until its answer is there: what is sent again is the same to the letter. */
export interface Note {
  readonly command: string
  readonly text: string
  readonly form: SentForm
}

/** One of the sixteen. */
export interface Writer {
  readonly person: Person
  /** The client's own file: one line, `command text`, on the disk before the next note is begun. */
  readonly file: string
  /** Where their form is. */
  readonly page: string
  /** Notes that were sent and that the file does not have. */
  readonly inFlight: Set<Note>
  /** Commands that it has. */
  readonly acknowledged: Set<string>
}

/** Sixteen of the people offered, each with an episode of their own board to write to: some of them the same one. */
export async function sixteenWriters(site: Site, folder: string): Promise<readonly Writer[]> {
  const writers: Writer[] = []
  for (const post of await offered(site)) {
    const person = await signedInAs(site, post)
    const board = await person.get('/board')
    const episodes = [...new Set(board.body.match(/\/episodes\/[0-9a-f-]{36}/g) ?? [])]
    const episode = episodes[writers.length % episodes.length]
    if (episode === undefined) continue
    const file = `${folder}/writer-${writers.length}`
    closeSync(openSync(file, 'w'))
    writers.push({ person, file, page: `${episode}/add-note`, inFlight: new Set(), acknowledged: new Set() })
    if (writers.length === 16) return writers
  }
  throw new Error(`Only ${writers.length} people of the demonstration have an episode on their board`)
}

/** Sends one note after another until the server is gone; `acknowledged` is called for each that was taken. Until
    the kill has begun (`dying`) any other answer, or none, is a fault and is thrown. */
export async function writeUntilKilled(
  writer: Writer,
  dying: () => boolean,
  acknowledged: () => void,
): Promise<void> {
  let form = await opened(writer)
  while (!dying()) {
    const note = noteOn(form)
    const wasAnswered = await sent(writer, note, dying, chanceOf(8) ? 2 : 1)
    if (!wasAnswered) return
    acknowledged()
    // A second press after the answer: the same command, the same answer, no second entry.
    if (chanceOf(8) && !(await sent(writer, note, dying))) return
    if (chanceOf(10) && !dying()) form = await opened(writer).catch(() => form)
  }
}

/** Sends again what was never acknowledged. It must be taken now, whether it had landed or not. */
export async function sendAgain(writer: Writer): Promise<void> {
  for (const note of [...writer.inFlight]) await sent(writer, note, () => false)
}

/** Commands that the client's own file has, with their texts. */
export function acknowledgedIn({ file }: Writer): ReadonlyMap<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return new Map(lines.map((line) => [line.slice(0, 36), line.slice(37)]))
}

async function opened({ person, page }: Writer): Promise<SentForm> {
  const form = formsOn((await person.get(page)).body).find(({ fields }) => fields['command'] !== undefined)
  if (form === undefined) throw new Error(`No form on ${page}`)
  return form
}

function noteOn(form: SentForm): Note {
  const command = randomUUID()
  const text = `Looked again, note ${command}`
  return { command, text, form: { ...form, fields: { ...form.fields, command, text } } }
}

/** Says whether it was acknowledged; then the client's own file has it. `times` presses arrive at once. */
async function sent(writer: Writer, note: Note, dying: () => boolean, times = 1): Promise<boolean> {
  if (!writer.acknowledged.has(note.command)) writer.inFlight.add(note)
  const { action, fields } = note.form
  const answers = await Promise.all(
    Array.from({ length: times }, () => writer.person.post(action, fields).catch((gone: unknown) => gone)),
  )
  const isThere = answers.some(isAcknowledgement)
  const strange = answers.find((answer) => !isAcknowledgement(answer))
  if (isThere) keep(writer, note)
  if (strange !== undefined && !dying()) {
    throw new Error(`A note was not taken: ${describe(strange)}`, { cause: strange })
  }
  return isThere
}

function isAcknowledgement(answer: unknown): boolean {
  const { status, location } = answer as Partial<Answer>
  return status === 303 && location?.endsWith('?done=add-note') === true
}

function describe(strange: unknown): string {
  const { status, location, body } = strange as Partial<Answer>
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(body ?? '')?.[1]
  return status === undefined ? String(strange) : `${status} ${location ?? ''} ${heading ?? ''}`
}

function keep({ file, acknowledged, inFlight }: Writer, note: Note): void {
  const { command, text } = note
  if (acknowledged.has(command)) return
  const open = openSync(file, 'a')
  writeSync(open, `${command} ${text}\n`)
  fsyncSync(open)
  closeSync(open)
  acknowledged.add(command)
  inFlight.delete(note)
}

function chanceOf(times: number): boolean {
  return Math.random() < 1 / times
}
