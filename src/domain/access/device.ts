import type { CommandName } from '../episode/command.ts'

/** An enrolled device: the tablet of a home, the telephone of a foster carer, a screen on the wall of a room. */
export const deviceKinds = ['home', 'foster-carer', 'wallboard'] as const

export type DeviceKind = (typeof deviceKinds)[number]

/** What a report is made of, from the first worry to the call and what is said after it. */
const reporting: readonly CommandName[] = [
  'raise-concern',
  'assess-threshold',
  'link-episode',
  'take-action',
  'answer',
  'report-missing',
]

/** What a carer may have to do in a night. What takes back, closes, shares or judges waits for somebody's own account: a
    PIN of six digits on a tablet in a kitchen says less of who somebody is. */
const tonight: readonly CommandName[] = [
  ...reporting,
  'give-risk-view',
  'challenge-grade',
  'inform-agency',
  'ask',
  'record-information',
  'record-location',
  'record-return',
  'acknowledge',
  'give-reference',
  'add-note',
]

const commandsFrom: Readonly<Record<DeviceKind, readonly CommandName[]>> = {
  home: tonight,
  'foster-carer': reporting,
  wallboard: [],
}

/** Whether this may be done from there, by whomever. Everything may where it is no enrolled device. */
export function mayFrom(device: DeviceKind | undefined, command: CommandName): boolean {
  return device === undefined || commandsFrom[device].includes(command)
}
