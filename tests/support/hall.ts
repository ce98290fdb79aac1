import { DESK, type Journey } from './journey.ts'
import type { Person } from './person.ts'
import type { Link } from './server.ts'

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

/** A sub-amendment: whose, to which amendment, in the clause that begins so, and the words that it changes there. */
export interface Amending {
  readonly code: string
  readonly to: string
  readonly clause: string
  readonly was: string
  /** Empty: they are taken out. */
  readonly by: string
}

/** Words within others' amendments: replaced, added, taken out, and those of a new clause. */
export const AMENDING: readonly Amending[] = [
  { code: 'HUN', to: 'FRA 2', clause: 'Affirmant', was: 'essentiel', by: 'capital' },
  { code: 'MAR', to: 'BRA 2', clause: 'Rappelant', was: 'équitable', by: 'équitable et durable' },
  { code: 'JPN', to: 'KEN 5', clause: 'Rappelant', was: 'durable', by: '' },
  { code: 'CAN', to: 'SGP 4', clause: 'Reconnaissant', was: 'effort', by: 'effort commun' },
  { code: 'IND', to: 'HUN 2', clause: 'Évaluant', was: 'réel', by: 'réel et constant' },
]

/**
 * Everybody has a seat, and a browser at it, so that several can speak at once: the secretariat accredits whom the
 * demonstration has not. Links are followed by each.
 */
export class Hall {
  private readonly journey: Journey
  private readonly people = new Map<string, Person>()

  constructor(journey: Journey) {
    this.journey = journey
  }

  /** Somebody of the demonstration, by the name on its link. */
  async seats(code: string, name: string): Promise<Person> {
    return this.sits(code, name)
  }

  /** A delegate of another State, who comes by the link that the secretariat makes. */
  async accredits(secretariat: Person, code: string): Promise<void> {
    const { request } = secretariat.page.context()
    const answer = await request.post(`${this.journey.server.origin}/api/people?as=${secretariat.as}`, {
      headers: { origin: this.journey.server.origin },
      data: { role: 'delegate', delegation: code, name: `Delegate of ${code}`, title: '' },
    })
    const { url } = (await answer.json()) as { url: string }
    await this.sits(code, code, [{ role: 'delegate', name: code, url }])
  }

  private async sits(code: string, name: string, links?: readonly Link[]): Promise<Person> {
    const context = await this.journey.device({ locale: 'fr-FR', ...DESK })
    const person = await this.journey.enters(context, name, 'fr', links)
    this.people.set(code, person)
    return person
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
    const answer = await this.of('SEC')
      .page.context()
      .request.get(this.journey.server.origin + path)
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as T
  }
}
