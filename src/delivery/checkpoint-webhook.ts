import type { CheckpointReceiver } from '../application/attestation.ts'

const patience = 10_000

/** An address of another organisation's that takes a checkpoint as JSON and answers 2xx when it has it. Its path may be a
    secret, so only its host is ever named. */
export function webhookReceiver(address: string): CheckpointReceiver {
  const { host } = new URL(address)
  return {
    name: `webhook ${host}`,
    send: async (checkpoint, stop) => {
      const answered = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(checkpoint),
        redirect: 'error',
        signal: AbortSignal.any([stop, AbortSignal.timeout(patience)]),
      }).catch((error: unknown) => {
        throw new Error(`${host} does not answer`, { cause: error })
      })
      await answered.body?.cancel()
      if (!answered.ok) throw new Error(`${host} answered ${answered.status}`)
    },
  }
}
