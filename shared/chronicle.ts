import type { Act } from './act.ts'
import { type Edits, type Hunk, type Moved, movesOf } from './edits.ts'
import { namingCharacters } from './engross.ts'
import { canonical } from './hash.ts'
import type { AmendmentId, MoveKey, Pen } from './ids.ts'
import { type Id, type Range, Sight } from './items.ts'
import { FIRST_PEN } from './text.ts'

/**
 * Which act brought each character and each block into the text, and which took it out: read from the public acts
 * alone. With it any moment of a negotiation is one question about ids, and every word has its act.
 */
export class Chronicle {
  private readonly byPen = new Map<Pen, Stay[]>()
  /** The acts with which clauses were moved. */
  private readonly moves = new Map<MoveKey, number>()

  private constructor() {}

  static of(acts: readonly Act[]): Chronicle {
    const chronicle = new Chronicle()
    const wordings = new Map<AmendmentId, Wording>()
    for (const act of acts) chronicle.take(act, wordings)
    return chronicle
  }

  /** What stood in the text right after the act of this number. */
  sightAt(act: number): Sight {
    const ranges: [Range, boolean][] = []
    for (const [pen, stays] of this.byPen) {
      for (const { clock, end, came, went } of stays) {
        if (came <= act) ranges.push([[pen, clock, end - clock], went === null || went > act])
      }
    }
    return Sight.from(ranges)
  }

  /** Whether the move had been made by the act of this number. */
  isMovedAt = (key: MoveKey, act: number): boolean => (this.moves.get(key) ?? act + 1) <= act

  /** Cuts a range by what became of its characters; those that no act brought are left out. */
  passages([pen, clock, length]: Range): Passage[] {
    const end = clock + length
    return (this.byPen.get(pen) ?? [])
      .filter((stay) => stay.clock < end && stay.end > clock)
      .map((stay) => {
        const from = Math.max(clock, stay.clock)
        const copyOf: Id | null = stay.copyOf && [stay.copyOf[0], stay.copyOf[1] + from - stay.clock]
        return {
          ...{ offset: from - clock, length: Math.min(end, stay.end) - from },
          ...{ came: stay.came, went: stay.went, copyOf },
        }
      })
  }

  private take(act: Act, wordings: Map<AmendmentId, Wording>): void {
    switch (act.kind) {
      case 'declaration laid':
        for (const range of laid(act.blocks.map(({ text }) => text))) this.bring(range, act.act)
        break
      case 'amendment tabled':
      case 'amendment restated':
        wordings.set(act.amendment, act)
        break
      case 'amendment accepted': {
        const wording = wordings.get(act.amendment)
        if (!wording) break
        const { parent } = act
        if (!parent) this.accept(act.act, wording, act.lost ?? [], act.lostMoves ?? [])
        // A sub-amendment gives what it amends other words, and leaves the text as it is.
        else if (wordings.has(parent.amendment)) {
          wordings.set(parent.amendment, {
            edits: parent.edits,
            pen: wordings.get(parent.amendment)?.pen ?? 0,
          })
        }
        break
      }
      case 'consolidation adopted':
      case 'text restored':
        this.accept(act.act, act, [], [])
    }
  }

  private accept(
    act: number,
    { edits, pen }: Wording,
    lost: readonly Hunk[],
    lostMoves: readonly Moved[],
  ): void {
    const late = new Set(lostMoves.map(canonical))
    for (const move of movesOf(edits)) {
      for (const key of late.has(canonical(move)) ? [] : (move.come ?? [])) this.moves.set(key, act)
    }
    const strays = new Set(lost.map(canonical))
    const { hunks, added } = namingCharacters(edits, pen)
    for (const hunk of edits.hunks) for (const range of hunk.gone) this.takeOut(range, act)
    for (const [index, { come = [], copies = [] }] of hunks.entries()) {
      // What had lost its place came in deleted; before characters were named it came in all the same.
      const own = edits.hunks[index]
      const isLost = own?.come !== undefined && strays.has(canonical(own))
      for (const [range, copyOf] of paired(come, copies)) this.bring(range, act, copyOf, isLost ? act : null)
    }
    for (const { come = [] } of added) for (const range of come) this.bring(range, act)
  }

  private bring(
    [pen, clock, length]: Range,
    came: number,
    copyOf: Id | null = null,
    went: number | null = null,
  ) {
    const stays = this.byPen.get(pen) ?? []
    this.byPen.set(pen, stays)
    stays.push({ clock, end: clock + length, came, went, copyOf })
    stays.sort((a, b) => a.clock - b.clock)
  }

  private takeOut([pen, clock, length]: Range, act: number): void {
    const end = clock + length
    const stays = (this.byPen.get(pen) ?? []).flatMap((stay) => {
      if (stay.end <= clock || stay.clock >= end) return stay
      const inner = cut(stay, Math.max(clock, stay.clock), Math.min(end, stay.end))
      return [
        cut(stay, stay.clock, inner.clock),
        { ...inner, went: inner.went ?? act },
        cut(stay, inner.end, stay.end),
      ].filter((it) => it.end > it.clock)
    })
    this.byPen.set(pen, stays)
  }
}

/** What became of some characters of one pen, side by side. */
export interface Passage {
  readonly offset: number
  readonly length: number
  /** Number of the act that brought them into the text. */
  readonly came: number
  /** Of the act that took them out; null where they stand. */
  readonly went: number | null
  /** Where they bring earlier words back: the first of the characters that they copy. */
  readonly copyOf: Id | null
}

interface Stay {
  readonly clock: number
  readonly end: number
  readonly came: number
  readonly went: number | null
  readonly copyOf: Id | null
}

interface Wording {
  readonly edits: Edits
  readonly pen: Pen
}

const cut = (stay: Stay, clock: number, end: number): Stay => ({
  ...stay,
  clock,
  end,
  copyOf: stay.copyOf && [stay.copyOf[0], stay.copyOf[1] + clock - stay.clock],
})

/** The blocks and the characters of the text as laid, as `layText` writes it. */
function laid(texts: readonly string[]): Range[] {
  let clock = 0
  return texts.flatMap((text): Range[] => {
    const block = clock
    // The block, its text, each character, and its name take one clock each.
    clock += text.length + 3
    return [
      [FIRST_PEN, block, 1],
      [FIRST_PEN, block + 2, text.length],
    ]
  })
}

/** The characters that come, cut so that each piece copies characters that were written side by side. */
function paired(come: readonly Range[], copies: readonly Range[]): [Range, Id | null][] {
  if (copies.length === 0) return come.map((range) => [range, null])
  const olds = copies.flatMap(([pen, clock, length]) =>
    Array.from({ length }, (_, at): Id => [pen, clock + at]),
  )
  const news = come.flatMap(([pen, clock, length]) =>
    Array.from({ length }, (_, at): Id => [pen, clock + at]),
  )
  const pairs: [[number, number, number], Id | null][] = []
  for (const [at, [pen, clock]] of news.entries()) {
    const old = olds[at] ?? null
    const last = pairs.at(-1)
    const isNext = last && last[0][0] === pen && last[0][1] + last[0][2] === clock
    const isCopied =
      last?.[1] && old ? last[1][0] === old[0] && last[1][1] + last[0][2] === old[1] : !last?.[1] && !old
    if (last && isNext && isCopied) last[0][2]++
    else pairs.push([[pen, clock, 1], old])
  }
  return pairs
}
