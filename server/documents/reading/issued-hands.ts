import type { Act } from '../../../shared/act.ts'
import { sponsorsOf } from '../../../shared/amendment.ts'
import type { Conference } from '../../../shared/api.ts'
import { CHAIR, type DelegationCode, type Instant, SECRETARIAT } from '../../../shared/ids.ts'
import type { Moment } from '../../../shared/moment.ts'
import { type Author, Authors, PUNCTUATION, spoken } from '../docx/authors.ts'
import { labelsIn } from '../head.ts'
import type { Hand } from './paragraph.ts'

/** What a file was issued of: its moment, and the acts up to it. */
export interface Issuing {
  readonly conference: Pick<Conference, 'delegations' | 'groups'>
  readonly record: Moment['record']
  readonly acts: readonly Act[]
}

/**
 * Which changes and comments we wrote into a file ourselves: those under the names that we gave to whoever was behind an
 * act, in the very second of that act. Neither is enough alone. Whoever works in the file is later than every act that it
 * knows of, unless the program writes its own time of day as if it were UTC, as Word does: then the second of an earlier
 * act is met by chance. And a delegation's computer may well be called after its State.
 */
export function issuedHands(issuing: Issuing): (hand: Hand) => boolean {
  const known = new Known()
  const { acts, record } = issuing
  for (const language of ['en', 'fr'] as const) {
    const authors = new Authors(issuing, language, labelsIn(language))
    known.add(authors.of(PUNCTUATION))
    known.addMover(authors.of({ amendment: null, act: null }))
    for (const amendment of Object.values(record.amendments)) {
      const { author, date } = authors.of({ amendment: amendment.id, act: null })
      // Where one name brings words and takes them out, it says of which amendment.
      for (const name of [author, `${author} (${spoken(amendment.id)})`]) {
        known.add({ author: name, date })
        known.addMover({ author: name })
      }
      if (!isLasting(sponsorsOf(amendment), issuing)) known.doubt(date)
    }
    for (const { by, at, kind } of acts) {
      if (kind !== 'comment made' && kind !== 'comment replied to') continue
      known.add(authors.speaking(by, at))
      if (by.delegation && !isLasting([by.delegation], issuing)) known.doubt(at)
    }
  }
  for (const { at, kind } of acts) if (MOVING.has(kind)) known.addMove(at)
  return (hand) => known.has(hand)
}

/** In a comparison words bear the time of the act that moved them, whoever's they were. */
const MOVING: ReadonlySet<Act['kind']> = new Set<Act['kind']>([
  ...(['declaration laid', 'amendment accepted', 'consolidation adopted', 'text restored'] as const),
])

/** States keep their names. Groups are renamed, and no act tells what they were called before. */
const isLasting = (codes: readonly DelegationCode[], { conference }: Issuing): boolean =>
  codes.every(
    (code) => code === SECRETARIAT || code === CHAIR || conference.delegations.some((it) => it.code === code),
  )

/** The names by the second, as word processors keep it. */
class Known {
  private readonly names = new Map<string, Set<string>>()
  private readonly moves = new Set<string>()
  private readonly movers = new Set<string>()
  private readonly doubted = new Set<string>()

  add({ author, date }: Pick<Author, 'author' | 'date'>): void {
    const second = secondOf(date)
    const names = this.names.get(second) ?? new Set()
    this.names.set(second, names.add(plain(author)))
  }

  addMove = (at: Instant): unknown => this.moves.add(secondOf(at))
  addMover = ({ author }: Pick<Author, 'author'>): unknown => this.movers.add(plain(author))

  /** There the time alone has to do. */
  doubt = (at: Instant): unknown => this.doubted.add(secondOf(at))

  has({ at, author }: Hand): boolean {
    const [second, name] = [secondOf(at), plain(author)]
    if (this.doubted.has(second) || this.names.get(second)?.has(name)) return true
    return this.moves.has(second) && this.movers.has(name)
  }
}

const secondOf = (at: Instant): string => at.slice(0, '2009-10-12T08:00:00'.length)

/** Programs tidy the spaces of a name. */
const plain = (author: string): string => author.replaceAll(/\s+/g, ' ').trim()
