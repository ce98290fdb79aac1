import type { Browser, BrowserContext } from 'playwright-core'
import { Person } from './person.ts'
import type { RunningServer } from './server.ts'

/** Delegations that take the floor in the scripted negotiation, and the words that each of them is about. */
export const SPEAKERS: readonly Speaker[] = [
  speaker('FRA', 'central', 'jouer', 'rétablir', 'sécurité'),
  speaker('BRA', 'progression', 'considérable', 'demande', 'policiers'),
  speaker('KEN', 'opérations', 'maintien', 'partout', 'monde'),
  speaker('SGP', 'menace', 'constituer', 'organisée', 'transnationale'),
  speaker('HUN', 'besoin', 'assistance', 'technique', 'domaine'),
  speaker('SWE', 'formation', 'nécessité', 'lutter', 'niveaux'),
  speaker('MAR', 'communauté', 'internationale', 'accroître', 'capacité'),
  speaker('JPN', 'policière', 'membres', 'prendre', 'urgence'),
  speaker('CAN', 'dispositions', 'soutenir', 'mesures', 'menace'),
  speaker('IND', 'criminalité', 'situation', 'crise', 'progression'),
  speaker('MEX', 'menace', 'besoin', 'nécessité', 'central'),
  speaker('CHE', 'conflit', 'concerne', 'policiers', 'urgence'),
]

export interface Speaker {
  readonly code: string
  /** One that it replaces, one that it adds to, one that it takes out, one of an amendment in two clauses. */
  readonly words: readonly [string, string, string, string]
}

function speaker(code: string, ...words: [string, string, string, string]): Speaker {
  return { code, words }
}

/** The adjective that a delegation is fond of; no two have the same, so that its words are known again. */
export const fond = (code: string): string =>
  ({
    ...{ FRA: 'essentiel', BRA: 'équitable', KEN: 'durable', SGP: 'concerté', HUN: 'réel', SWE: 'ouvert' },
    ...{ MAR: 'solidaire', JPN: 'ferme', CAN: 'inclusif', IND: 'vaste', MEX: 'urgent', CHE: 'neutre' },
    EU: 'commun',
  })[code] ?? code

/** Everybody has a seat: the secretariat accredits whom the demonstration has not. Links are followed by each. */
export class Hall {
  private readonly context: BrowserContext
  private readonly server: RunningServer
  private readonly people = new Map<string, Person>()

  private constructor(context: BrowserContext, server: RunningServer) {
    this.context = context
    this.server = server
  }

  static async open(browser: Browser, server: RunningServer): Promise<Hall> {
    const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
    return new Hall(context, server)
  }

  /** Somebody of the demonstration, by the name on its link. */
  async seats(code: string, name: string): Promise<Person> {
    const person = await Person.enters(this.context, this.server, name)
    this.people.set(code, person)
    return person
  }

  /** Delegates of other States, who come by the links that the secretariat makes for them. */
  async accredits(as: string, codes: readonly string[]): Promise<void> {
    for (const code of codes) {
      const answer = await this.context.request.post(`${this.server.origin}/api/people?as=${as}`, {
        headers: { origin: this.server.origin },
        data: { role: 'delegate', delegation: code, name: `Delegate of ${code}`, title: '' },
      })
      const { url } = (await answer.json()) as { url: string }
      const links = [{ role: 'delegate', name: code, url }]
      this.people.set(code, await Person.enters(this.context, { ...this.server, links }, code))
    }
  }

  of(code: string): Person {
    const person = this.people.get(code)
    if (!person) throw new Error(`${code} has no seat`)
    return person
  }

  get all(): readonly Person[] {
    return [...this.people.values()]
  }

  /** What the server answers to a question of the secretariat's. */
  async asks<T>(path: string): Promise<T> {
    const answer = await this.context.request.get(this.server.origin + path)
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
