import type { Product } from './journey-product.ts'

export interface Reply {
  readonly status: number
  readonly text: string
  readonly location: string
  readonly bytes: Uint8Array
  readonly headers: Headers
}

/** Somebody who talks to the server without a browser, and so without a browser's manners. */
export class Caller {
  readonly #address: string
  readonly #cookies = new Map<string, string>()

  constructor({ address }: Product) {
    this.#address = address
  }

  /** A cookie that this browser has had from before. */
  holds(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#send(path, { headers: { ...headers } })
  }

  /** Sends a body as it stands, of whatever type. */
  post(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    type = 'application/x-www-form-urlencoded',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    return this.#send(path, { method: 'POST', body, headers: { ...headers, 'content-type': type } })
  }

  /** The token that a form of this caller's own carries. */
  async token(): Promise<string> {
    const { text } = await this.get('/sign-in')
    return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
  }

  async signIn(post: string): Promise<void> {
    const _csrf = await this.token()
    const { status } = await this.post(
      '/sign-in',
      new URLSearchParams({ _csrf, post, to: '/board' }).toString(),
    )
    if (status !== 303) throw new Error(`Not signed in: ${status}`)
  }

  /** The page at the end of a chain of redirects. */
  async arrive(path: string): Promise<Reply> {
    let reply = await this.get(path)
    for (let at = path; reply.status === 303;) {
      at = new URL(reply.location, `${this.#address}${at}`).href.slice(this.#address.length)
      reply = await this.get(at)
    }
    return reply
  }

  async #send(
    path: string,
    asked: { method?: string; body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
  ): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${this.#address}${path}`, {
      ...asked,
      headers: { ...asked.headers, cookie },
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      // What is cleared is forgotten, as a browser does.
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return {
      status: answer.status,
      text: new TextDecoder().decode(bytes),
      bytes,
      headers: answer.headers,
      location: answer.headers.get('location') ?? '',
    }
  }
}
