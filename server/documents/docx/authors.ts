import type { Actor } from '../../../shared/actor.ts'
import { type Amendment, sponsorsOf, wordingInForce } from '../../../shared/amendment.ts'
import { nameIn } from '../../../shared/delegation.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import {
  type AmendmentId,
  CHAIR,
  type DelegationCode,
  type Instant,
  SECRETARIAT,
} from '../../../shared/ids.ts'
import type { Hand } from '../../../shared/tracked.ts'
import type { Dossier } from '../dossier.ts'
import type { Catalogue } from '../head.ts'

/** Who did something, as Word shows it. */
export interface Author {
  readonly author: string
  readonly initials: string
  /** Of the act, never of the clock; to the second, as Word writes it. */
  readonly date: Instant
}

/**
 * Whose the marks between the clauses are, which follow from what stands last. They need a name that nobody else has:
 * LibreOffice takes a change at the end of a clause and one at the beginning of the next for a single one, and joins the
 * clauses.
 */
export const PUNCTUATION: Hand = { amendment: null, act: -1 }

/** Word shows no more of a name. */
const LONGEST = 200

/** Of a dossier, what tells who was behind something. */
interface Around extends Pick<Dossier, 'record' | 'acts'> {
  readonly conference: Pick<Dossier['conference'], 'delegations' | 'groups'>
}

/** The names behind changes and comments, in the language of the labels. */
export class Authors {
  private readonly known = new Map<string, Author>()
  private readonly names: ReadonlyMap<DelegationCode, string>
  private readonly times: ReadonlyMap<number, Instant>
  private readonly record: Dossier['record']
  private readonly say: Catalogue

  constructor({ conference, record, acts }: Around, language: LabelLanguage, say: Catalogue) {
    const all = [...conference.groups, ...conference.delegations]
    this.names = new Map(all.map((it) => [it.code, nameIn(it, language, it.code)]))
    this.times = new Map(acts.map(({ act, at }) => [act, at]))
    this.record = record
    this.say = say
  }

  /** The sponsors of an amendment, at the time when it was tabled or carried. */
  of({ amendment, act }: Hand): Author {
    const key = `${amendment} ${act}`
    const author = this.known.get(key) ?? this.found(amendment, act)
    this.known.set(key, author)
    return author
  }

  /** Somebody who speaks in the room: `Ms A (France)`. */
  speaking({ name, role, delegation }: Actor, at: Instant): Author {
    const author = delegation ? `${name} (${this.nameOf(delegation)})` : name
    return { author, initials: delegation ?? role.slice(0, 3).toUpperCase(), date: toSecond(at) }
  }

  nameOf(code: DelegationCode): string {
    if (code === SECRETARIAT) return this.say.common.secretariat
    return code === CHAIR ? this.say.common.chair : (this.names.get(code) ?? code)
  }

  private found(id: AmendmentId | null, act: number | null): Author {
    const amendment = id === null ? undefined : this.record.amendments[id]
    const at = act === null ? undefined : this.times.get(act)
    if (act === PUNCTUATION.act) return this.punctuation()
    const date = toSecond(at ?? (amendment && wordingInForce(amendment).at) ?? this.laid())
    return { ...this.sponsors(amendment), date }
  }

  /** As of the last act. */
  private punctuation(): Author {
    const { common, word } = this.say
    const date = toSecond([...this.times.values()].at(-1) ?? this.laid())
    return { author: word.punctuation(common.secretariat), initials: SECRETARIAT, date }
  }

  private laid = (): Instant => this.record.versions[0]?.at ?? ''

  /** Words on which no name stands have their number alone. */
  private sponsors(amendment: Amendment | undefined): Omit<Author, 'date'> {
    const codes = amendment ? sponsorsOf(amendment) : [SECRETARIAT]
    if (amendment && codes.length === 0) return { author: spoken(amendment.id), initials: amendment.sponsor }
    const names = codes.map((code) => this.nameOf(code)).join(', ')
    return { author: names.length > LONGEST ? codes.join(', ') : names, initials: codes[0] ?? '' }
  }
}

/** `FRA 2`, as it is said in the room. */
export const spoken = (id: AmendmentId): string => id.replace('-', ' ')

const toSecond = (at: Instant): Instant => at.replace(/\.\d+Z$/, 'Z')
