import { formsOn } from './forms.ts'

/** Where the product answers now: another port after each start. */
export interface Site {
  address: string
}

/** What came back, from wherever a page led to. Of a form that was sent it is what was answered, not what follows. */
export interface Answer {
  readonly status: number
  readonly location: string
  readonly body: string
}

/** A browser that is signed in: its cookies, and nothing else of it. */
export interface Person {
  readonly get: (path: string) => Promise<Answer>
  /** Throws when no answer comes, as when the server is killed. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>
}

const patience = 30_000

/** The posts of everyone whom the sign-in page offers, each behind a button. */
export async function offered(site: Site): Promise<readonly string[]> {
  const { body } = await nobody(site).get('/sign-in')
  return [...body.matchAll(/name="post" value="([^"]+)"/g)].map(([, post = '']) => post)
}

/** Signs in through the page's own form, by the button for that post. */
export async function signedInAs(site: Site, post: string): Promise<Person> {
  const person = nobody(site)
  const page = await person.get('/sign-in')
  const form = formsOn(page.body).find(({ action }) => action === '/sign-in')
  if (form === undefined) throw new Error('The sign-in page has no form to sign in by')
  const { status, location } = await person.post(form.action, { ...form.fields, post })
  if (status !== 303 || location !== '/board') throw new Error(`Not signed in: ${status} ${location}`)
  return person
}

function nobody(site: Site): Person {
  const cookies = new Map<string, string>()
  const ask = async (path: string, more: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, site.address), {
      ...more,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const body = await response.text()
    return { status: response.status, location: response.headers.get('location') ?? '', body }
  }
  const get = async (path: string): Promise<Answer> => {
    const answer = await ask(path, {})
    return answer.status === 303 ? get(new URL(answer.location, new URL(path, site.address)).href) : answer
  }
  return {
    get,
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}
