import type { House } from './house.ts'
import type { Given, Verb } from './verb.ts'

export const deviceVerb: Verb = {
  name: 'device <act>',
  summary: 'enrolled devices: device list; device withdraw --id ID, when one is lost',
  options: [{ flags: '--id <id>', summary: 'the device to withdraw, by its id in the list' }],
  run: async (house, given) => {
    const [act = ''] = given.words
    if (act === 'list') return list(house, given)
    if (act === 'withdraw') return withdraw(house, given)
    return trouble(`There is no device ${act}: only list and withdraw.`)
  },
}

async function list(house: House, { answer }: Given): Promise<number> {
  const devices = await house.devices.list()
  const lines = devices.map(
    ({ id, name, standsFor, enrolled, until, ended }) =>
      `${id}  ${name}, ${standsFor}, enrolled ${enrolled}, ${ended === undefined ? `until ${until}` : `ended ${ended}`}`,
  )
  answer(lines.length === 0 ? 'No device was ever enrolled.' : lines.join('\n'), devices)
  return 0
}

async function withdraw(house: House, { options, answer }: Given): Promise<number> {
  const { id } = options
  if (typeof id !== 'string') return trouble('Say which: --id ID, from whereabouts device list.')
  if (!(await house.devices.withdraw(id)))
    return trouble(`There is no device ${id} that still opens anything.`)
  answer('It opens nothing from now on, and whoever was in on it is out.', { id, withdrawn: true })
  return 0
}

function trouble(line: string): number {
  console.error(line)
  return 1
}
