import type { CommandInput, Performed } from '../shared/command.ts'
import { DECLARATION } from './declaration.ts'

/** Somebody with a browser of their own, signed in. */
export interface Person {
  readonly cookie: string
  readonly capacity: string
}

/** The product's HTTP interface, as its pages use it. */
export class Conference {
  private readonly base: string

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`
  }

  /**
   * Follows a sign-in link. Each person comes from an address of their own, as through the proxy before a real
   * server: 120 a minute may sign in from one.
   */
  async enter(url: string, from: string): Promise<Person> {
    const code = url.slice(url.lastIndexOf('/') + 1)
    const answer = await this.post('/api/session', { code }, { 'x-forwarded-for': from })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { added } = (await answer.json()) as { added: string }
    return { cookie, capacity: added }
  }

  async accredit(desk: Person, delegation: string, name: string): Promise<string> {
    const answer = await this.as(desk, '/api/people', { role: 'delegate', delegation, name })
    return ((await answer.json()) as { url: string }).url
  }

  lay = (desk: Person): Promise<Response> => this.as(desk, '/api/declarations', DECLARATION)

  async perform(person: Person, command: CommandInput): Promise<Performed> {
    const answer = await this.as(person, `/api/declarations/${DECLARATION.id}/commands`, command)
    return (await answer.json()) as Performed
  }

  async pen(person: Person, draft: string): Promise<number> {
    const answer = await this.as(person, `/api/declarations/${DECLARATION.id}/drafts/${draft}/pens`, {})
    return ((await answer.json()) as { pen: number }).pen
  }

  async document(
    { cookie, capacity }: Person,
    declaration: string,
    query: Readonly<Record<string, string>>,
  ): Promise<ArrayBuffer> {
    const asked = new URLSearchParams({ ...query, as: capacity })
    const path = `/api/declarations/${declaration}/document?${asked}`
    const answer = await fetch(this.base + path, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.arrayBuffer()
  }

  private as({ cookie, capacity }: Person, path: string, body: object): Promise<Response> {
    return this.post(`${path}?as=${capacity}`, body, { cookie })
  }

  private async post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
    const answer = await fetch(this.base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
}
