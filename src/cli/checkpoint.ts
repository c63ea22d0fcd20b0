import type { Verb } from './verb.ts'

export const checkpointVerb: Verb = {
  name: 'checkpoint',
  summary: 'sign how far the record has come, now, and send it to whoever keeps checkpoints for you',
  run: async (house, { answer }) => {
    const made = await house.checkpoint()
    if (made.kind === 'no-key')
      return trouble(
        'No key signs checkpoints of this database: set CHECKPOINT_KEY to the same one on every node.',
      )
    if (made.kind === 'refused') return trouble(`${made.because}.`)
    const { number, position, hash, key, sent } = made
    const lines = [
      `Checkpoint ${number} attests position ${position}, ${hash}.`,
      `Signed with key ${key}: whoever keeps it should know that id from you, not from the file.`,
      ...sent.map(({ receiver, checkpoint, trouble }) =>
        trouble === undefined
          ? `Checkpoint ${checkpoint} was received: ${receiver}.`
          : `Checkpoint ${checkpoint} was not received: ${receiver}: ${trouble}. It is sent again.`,
      ),
      ...(sent.length === 0
        ? [
            'Nobody else has it: set CHECKPOINT_FOLDER, CHECKPOINT_WEBHOOK or CHECKPOINT_MAIL to another organisation.',
          ]
        : []),
    ]
    answer(lines.join('\n'), made)
    return sent.some(({ trouble }) => trouble !== undefined) ? 1 : 0
  },
}

function trouble(line: string): number {
  console.error(line)
  return 1
}
