import { becomeInvented } from '../../../application/invented-devices.ts'
import { onCallFor } from '../../components/numbers-at-the-door.ts'
import { seeing, type Answer, type OpenVisit } from '../../route.ts'
import { worksAt } from '../here/works-here.ts'

/** Makes this browser one of the invented devices. Elsewhere there are none. */
export async function becomeDevice({ app, devices, door, form, invented, page }: OpenVisit): Promise<Answer> {
  const chosen = invented.find(({ key }) => key === form.text('device'))
  if (!page.demonstration || chosen === undefined) return { kind: 'not-found' }
  const { device } = chosen
  const directory = await app.directory()
  const here = device.kind === 'home' ? worksAt(directory, device, page.now) : []
  const onCall = device.kind === 'home' ? onCallFor(directory, page.now, device) : []
  const workers = [...here, ...onCall].map(({ person, id }) => ({ person, post: id }))
  await door.end()
  door.enrol(await becomeInvented(devices, chosen, workers), device.kind)
  return seeing('/here')
}
