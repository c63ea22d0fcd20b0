/** What was signed of the chain: the exact text, and the Ed25519 signature over it. This is what goes to others. */
export interface SignedCheckpoint {
  readonly document: string
  /** Base64. */
  readonly signature: string
}

/** A signed checkpoint with what names its file, and the key that opens it. */
export interface CheckpointToSend extends SignedCheckpoint {
  readonly record: string
  readonly number: number
  readonly key: { readonly id: string; readonly publicPem: string }
}

/** Another organisation, as far as checkpoints go to it. */
export interface CheckpointReceiver {
  /** For the record of sendings: says which, and no secret part of an address. */
  readonly name: string
  /** Ends when they have it. Throws with a reason that can be shown. */
  readonly send: (checkpoint: CheckpointToSend, stop: AbortSignal) => Promise<void>
}
