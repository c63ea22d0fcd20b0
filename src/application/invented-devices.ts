import type { Devices, StandsFor } from './devices.ts'
import { passwordHash } from './passwords.ts'
import type { Visitor } from './ports.ts'

/** A device of the demonstration, where anybody may try each kind. */
export interface InventedDevice {
  readonly key: string
  readonly words: string
  readonly does: string
  /** Who would offer it. */
  readonly by: Visitor
  readonly device: StandsFor & { readonly name: string }
}

/** Everybody's of the demonstration, and said on its page. */
export const inventedPin = '480216'

/** Makes this browser one of them, in the way in which a real one is made. `workers`: who has a PIN there from now on. */
export async function becomeInvented(
  devices: Devices,
  { by, device }: InventedDevice,
  workers: readonly Visitor[],
): Promise<string> {
  const code = await devices.offer(by, device)
  const secret = code === undefined ? undefined : await devices.enrol(code)
  if (secret === undefined) throw new Error('An invented device was not offered by whoever keeps it')
  const without = []
  for (const worker of workers) if (!(await devices.hasPin(worker))) without.push(worker)
  const pin = without.length === 0 ? '' : await passwordHash(inventedPin)
  for (const worker of without) await devices.setPin(worker, pin)
  return secret
}
