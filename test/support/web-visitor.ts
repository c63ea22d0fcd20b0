/** What a browser was answered, at the end of a chain of redirects or before it. */
export interface Shown {
  readonly status: number
  readonly url: URL
  readonly text: string
  /** As it came: a file is no text. */
  readonly bytes: Uint8Array
  readonly headers: Headers
}

/** Somebody with a browser's cookies and nothing else of it, on several sites at a time. */
export class WebVisitor {
  readonly #jars = new Map<string, Map<string, string>>()

  /** One request; a redirect is not followed. `site` is what a browser says of where a form came from. */
  async ask(address: string | URL, form?: Readonly<Record<string, string>>, site?: string): Promise<Shown> {
    const url = new URL(address)
    const cookies = [...(this.#jars.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.join('; '), ...(site !== undefined && { 'sec-fetch-site': site }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    this.#keep(url.host, answer.headers)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    return { status: answer.status, url, text, bytes, headers: answer.headers }
  }

  /** Follows redirects until a page is shown, or until one leads to `until`, which is then not asked for. */
  async go(
    address: string | URL,
    form?: Readonly<Record<string, string>>,
    until: (url: URL) => boolean = () => false,
  ): Promise<Shown> {
    let shown = await this.ask(address, form)
    for (let steps = 0; shown.headers.has('location') && steps < 20; steps += 1) {
      const next = new URL(shown.headers.get('location')!, shown.url)
      if (until(next)) return { ...shown, url: next }
      shown = await this.ask(next)
    }
    return shown
  }

  /** Sends the first form of a page, with its hidden fields and these. */
  async send(
    { text, url }: Shown,
    fields: Readonly<Record<string, string>> = {},
    until?: (url: URL) => boolean,
  ): Promise<Shown> {
    const form = /<form[^>]*action="([^"]+)"[^>]*>([^]*?)<\/form>/.exec(text)
    const hidden = [...(form?.[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([input]): [string, string] => [
        /name="([^"]*)"/.exec(input)?.[1] ?? '',
        /value="([^"]*)"/.exec(input)?.[1] ?? '',
      ],
    )
    return this.go(new URL(form?.[1] ?? '', url), { ...Object.fromEntries(hidden), ...fields }, until)
  }

  /** What this browser would send to that site. */
  cookies(of: string | URL): ReadonlyMap<string, string> {
    return new Map(this.#jars.get(new URL(of).host))
  }

  /** A copy with the same cookies, or with those of one site alone: the same browser at this moment. */
  copy(of?: URL): WebVisitor {
    const copy = new WebVisitor()
    for (const [host, jar] of this.#jars)
      if (of === undefined || of.host === host) copy.#jars.set(host, new Map(jar))
    return copy
  }

  #keep(host: string, headers: Headers): void {
    const jar = this.#jars.get(host) ?? new Map<string, string>()
    this.#jars.set(host, jar)
    for (const set of headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '' || /max-age=0/i.test(set)) jar.delete(name)
      else jar.set(name, value)
    }
  }
}
