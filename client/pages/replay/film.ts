import type { Act } from '../../../shared/act.ts'
import { type ComparedBlock, compared } from '../../../shared/comparison.ts'
import { type Moment, type Past, readMoment } from '../../../shared/moment.ts'
import { clean, type Line, labelsOf } from '../../../shared/projection.ts'
import type { RedlineMove } from '../../../shared/provenance.ts'

/** A clause as an act left it: what it brought is inserted, what it took out still stands, deleted. */
export interface FilmLine extends Omit<Line, 'text'>, Pick<ComparedBlock, 'op'> {
  readonly spans: readonly FilmSpan[]
  readonly isChanged: boolean
  /** Where the act moved it from, under the label that this clause has; null where it stands as it stood. */
  readonly moved: (RedlineMove & { readonly label: string }) | null
}

export interface FilmSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  readonly amendment: string | null
}

/** One picture for each public act. */
export interface Picture {
  readonly act: Act
  readonly lines: readonly FilmLine[]
  /** The first clause that the act changed; null where it left the text as it was. */
  readonly changed: string | null
}

/**
 * The negotiation, act by act. A picture is made when it is first looked at, and kept; a clause that does not change
 * from one picture to the next is the same object in both, so that only what moves has to be drawn.
 */
export class Film {
  private readonly acts: readonly Act[]
  private readonly past: Past
  private readonly pictures = new Map<number, Picture>()
  private readonly lines = new Map<string, FilmLine>()

  /** The acts from which the past was told, oldest first. */
  constructor(acts: readonly Act[], past: Past) {
    this.acts = acts
    this.past = past
  }

  get length(): number {
    return this.acts.length
  }

  at(place: number): Picture {
    const known = this.pictures.get(place)
    if (known) return known
    const act = this.acts[place]
    if (!act) throw new RangeError(`there is no act at ${place}`)
    const lines = this.linesAfter(act, this.acts[place - 1])
    const picture = { act, lines, changed: lines.find(({ isChanged }) => isChanged)?.id ?? null }
    this.pictures.set(place, picture)
    return picture
  }

  /** The next picture, or the one before, in which the text moves; null where there is none. */
  nextChange(place: number, step: 1 | -1): number | null {
    for (let next = place + step; next >= 0 && next < this.length; next += step) {
      const act = this.acts[next]
      if (act && movesText(act) && this.at(next).changed !== null) return next
    }
    return null
  }

  private linesAfter(act: Act, before: Act | undefined): FilmLine[] {
    const moment = this.past.at(act.act)
    if (!before || !movesText(act)) return this.still(moment)
    const { punctuation } = moment.record.declaration
    const labels = labelsOf(moment.record)
    const ends = new Map(clean(readMoment(moment), labels, punctuation).map(({ id, end }) => [id, end]))
    const blocks = compared(this.past.chronicle, this.past.at(before.act), moment)
    // A clause that was struck before has no words to be seen.
    return blocks
      .filter(({ spans }) => spans.length > 0)
      .map(({ id, kind, op, spans, moved }) =>
        this.shared({
          ...{ id, kind, op, label: labels[id] ?? '', end: ends.get(id) ?? '' },
          spans: spans.map(({ op, text, origin }) => ({ op, text, amendment: origin.amendment })),
          isChanged: moved !== null || spans.some(({ op }) => op !== 'kept'),
          moved: moved && { ...moved, label: labels[moved.from ?? ''] ?? '' },
        }),
      )
  }

  private still(moment: Moment): FilmLine[] {
    const { punctuation } = moment.record.declaration
    return clean(readMoment(moment), labelsOf(moment.record), punctuation).map(({ text, ...line }) =>
      this.shared({
        ...line,
        ...{ op: 'kept', isChanged: false, moved: null },
        spans: [{ op: 'kept', text, amendment: null }],
      }),
    )
  }

  /** Clauses that read the same are one object. */
  private shared({ spans, ...line }: FilmLine): FilmLine {
    const fresh = { ...line, spans: joined(line.isChanged ? spans : nameless(spans)) }
    const key = JSON.stringify(fresh)
    const known = this.lines.get(key)
    if (known) return known
    this.lines.set(key, fresh)
    return fresh
  }
}

/** What else happens leaves the text as it is. */
const movesText = ({ kind }: Act): boolean =>
  kind === 'amendment accepted' || kind === 'consolidation adopted' || kind === 'text restored'

/** Who brought words that only stand there is another question. */
const nameless = (spans: readonly FilmSpan[]): FilmSpan[] =>
  spans.map((span) => ({ ...span, amendment: null }))

function joined(spans: readonly FilmSpan[]): FilmSpan[] {
  const all: FilmSpan[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && last.op === span.op && last.amendment === span.amendment)
      all[all.length - 1] = { ...last, text: last.text + span.text }
    else all.push(span)
  }
  return all
}
