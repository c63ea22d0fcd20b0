import assert from 'node:assert/strict'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { accessIdOf, childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { children } from '../../src/cli/demonstration/children.ts'
import { clockAt } from '../../src/cli/demonstration/clock.ts'
import { inventedDevices } from '../../src/cli/demonstration/devices.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { routes } from '../../src/web/routes.ts'
import { withApi, type Served } from './api.ts'
import { WebVisitor, type Shown } from './web-visitor.ts'

/** Somebody before a browser of the demonstration. */
export class Someone extends WebVisitor {
  readonly address: string
  constructor(address: string) {
    super()
    this.address = address
  }

  open(path: string): Promise<Shown> {
    return this.go(`${this.address}${path}`)
  }

  async post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    from = '/protocol',
  ): Promise<Shown> {
    const { text } = await this.open(from)
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    return this.go(`${this.address}${path}`, { _csrf: token, ...fields })
  }

  async signIn(name: CastName): Promise<Shown> {
    return this.post('/sign-in', { post: cast[name].post.id }, '/sign-in?own=yes')
  }

  become(device: string): Promise<Shown> {
    return this.post('/sign-in/device', { device }, '/sign-in?own=yes')
  }
}

const plan = children.find(({ access }) => access !== undefined)!
const access = accessIdOf(plan, clockAt(momentOf(Temporal.Now.instant())))!
const tyler = { name: 'Tyler Boothe', comeIn: { child: childIdOf(plan.key), access } }

/** The pages of the demonstration, its devices and its child, and any number of browsers. */
export const withPages = (work: (served: Served, someone: () => Someone) => Promise<void>) =>
  withApi(
    async (served) => {
      const address = await served.server.listen({ port: 0, host: '127.0.0.1' })
      await work(served, () => new Someone(address))
      assert.deepEqual(served.defects, [])
    },
    { routes, invented: inventedDevices, inventedChild: tyler },
  )
