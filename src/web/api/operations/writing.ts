import { organisationOf } from '../../../application/author.ts'
import { carryOut } from '../../../application/carry-out.ts'
import { entryOf } from '../../../application/commands/begin-episode.ts'
import { idFrom, requestHash } from '../../../application/ids.ts'
import { commands, type CommandName } from '../../../domain/episode/command.ts'
import { decidingTypes } from '../../../domain/episode/deciding.ts'
import type { Chronology } from '../../../domain/episode/entries.ts'
import type { ChildId, EpisodeId, Occurred, ToldBy } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import { asked } from '../asked.ts'
import { bodies } from '../bodies.ts'
import { examples } from '../examples.ts'
import { answering, problemReply, type Call, type Operation, type Reply } from '../operation.ts'
import { undoneReply } from '../outcome.ts'
import { notValid } from '../problem.ts'
import { closed } from '../schemas.ts'
import { id, named, object, partial, type Schema, type Shape } from '../shape.ts'
import { occurredAsKept, take, type Taken, type Wrong } from '../take.ts'
import { commandWords } from '../words.ts'
import { camel } from './camel.ts'
import { notFound } from './reading.ts'

const written = named('Written', object({ episode: id<'episode'>(), entry: id<'entry'>() }))

const names = Object.keys(commands) as readonly CommandName[]

/** One operation for every command on an episode that has begun. */
export const writingOperations: readonly Operation[] = names
  .filter((name) => name !== 'raise-concern')
  .map((name): Operation => {
    const decides = decidingTypes.has(commands[name])
    const example = examples[name]
    return {
      method: 'POST',
      path: `/episodes/{episode}/${name}`,
      operationId: camel(name),
      tag: 'episodes',
      summary: commandWords[name],
      description: decides
        ? 'It decides, so it rests on what was read: If-Match says how many entries that were.'
        : 'It only adds, so it goes in at the end, whatever was written meanwhile.',
      may: { kind: 'may', command: name },
      audit: { kind: 'entry', what: commands[name] },
      ...(decides && { ifMatch: true }),
      body: { schema: asked(name).schema, ...(example && { example }) },
      refuses: true,
      answer: { status: 201, description: 'It is on the record.', schema: written },
      handle: (call: Call) => write(name, call),
    }
  })

interface Sent extends Readonly<Record<string, unknown>> {
  readonly occurred: Occurred
  readonly toldBy?: ToldBy
}

async function write(name: CommandName, call: Call): Promise<Reply> {
  const { app, who, params } = call
  const episode = parseId<'episode'>(params['episode'] ?? '')
  const found = episode && (await app.store.read(who.visitor, (session) => session.chronology(episode)))
  if (episode === undefined || found === undefined) return notFound()
  const taken = take(asked(name).schema as Shape<Sent>, call.body)
  if (taken.kind === 'wrong') return problemReply(notValid(taken.errors))
  const sent = name === 'correct-entry' ? withChanges(call, taken.value, found.chronology) : taken
  if (sent.kind === 'wrong') return problemReply(notValid(sent.errors))
  return carriedOut(name, call, { episode, child: found.child, sent: sent.value })
}

async function carriedOut(
  name: CommandName,
  call: Call,
  { episode, child, sent }: { readonly episode: EpisodeId; readonly child: ChildId; readonly sent: Sent },
): Promise<Reply> {
  const { app, who, key, shown } = call
  const { occurred, toldBy, ...said } = sent
  const body = asked(name).toBody(said, who.author)
  const made = entryOf(who.author, commands[name], occurredAsKept(occurred), body)
  // A retry answers with the id of the entry that the first one made.
  const entry = { ...made, id: idFrom<'entry'>('entry', episode, key), ...(toldBy && { toldBy }) }
  const outcome = await carryOut(app, {
    visitor: who.visitor,
    author: who.author,
    child,
    episode,
    key: { id: key, requestHash: requestHash({ of: episode, act: name, sent: call.body }) },
    ...(shown !== undefined && { shown }),
    levels: organisationOf(who.directory, who.author.organisation).levels,
    commands: [{ name, entry }],
  })
  if (outcome.kind !== 'done') return undoneReply(call, episode, outcome)
  return answering({ episode, entry: entry.id }, { location: `/api/v1/episodes/${episode}` })
}

/** What a correction changes must be what the entry that it corrects could have said. */
function withChanges(call: Call, sent: Sent, chronology: Chronology): Taken<Sent> {
  const entry = chronology.find(({ id: one }) => one === sent['corrects'])
  // An entry that is not there is for the rules to refuse.
  if (sent['changes'] === undefined || entry === undefined) return { kind: 'taken', value: sent }
  const schema: Schema = { ...closed(partial(bodies[entry.type] as Schema)), additionalProperties: true }
  const errors: readonly Wrong[] = call.check(schema, sent['changes'], '#/changes')
  if (errors.length > 0) return { kind: 'wrong', errors }
  const changes = take(schema, sent['changes'], '#/changes')
  return changes.kind === 'wrong' ? changes : { kind: 'taken', value: { ...sent, changes: changes.value } }
}
