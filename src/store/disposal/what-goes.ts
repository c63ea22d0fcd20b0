/** Tables with words about one child beside the record's own content, and what a disposal does to their rows. A test
    holds this to every table that has a subject. */
export const besideContent = {
  command: 'goes with its entries',
  file: 'goes with its entries',
  child_card: 'projection',
  episode_card: 'projection',
  board: 'projection',
  duty: 'projection',
  access_grant: 'projection',
  care_strand: 'projection',
  emergency: 'goes with the last part',
  emergency_reviewed: 'goes with the last part',
  missing_question: 'goes with the last part',
  name_revealed: 'goes with the last part',
  retention_act: 'goes with the last part',
  disclosure_act: 'goes with the last part',
  // The child's own door: what opens it, and whoever came in by it.
  child_door: 'goes with the last part',
  child_code: 'goes with the last part',
  child_session: 'goes with the last part',
  child_device: 'goes with the last part',
  // Ids, hashes, times and counts: what proves that something was there, and what was disposed of.
  subject: 'stays',
  stream: 'stays',
  entry: 'stays',
  entry_content: 'is the content',
  outbox: 'stays',
  position: 'stays',
  disposal: 'stays',
  emergency_known: 'stays',
  emergency_notice: 'stays',
} as const satisfies Record<string, WhatGoes>

export type WhatGoes =
  'goes with its entries' | 'projection' | 'goes with the last part' | 'stays' | 'is the content'

export function tablesThat(what: WhatGoes): readonly string[] {
  return Object.entries(besideContent).flatMap(([table, goes]) => (goes === what ? [table] : []))
}
