import { type Amendment, type Effect, wordingInForce } from '../../../shared/amendment.ts'
import { placesAmong } from '../../../shared/anchor.ts'
import type { AmendmentId, ThreadId } from '../../../shared/ids.ts'
import { STANDS, talliesOf } from '../../../shared/positions.ts'
import { labelsOf } from '../../../shared/projection.ts'
import type { Thread } from '../../../shared/record.ts'
import type { Tracked } from '../../../shared/tracked.ts'
import type { Dossier } from '../dossier.ts'
import type { Catalogue } from '../head.ts'
import { type Author, type Authors, spoken } from './authors.ts'
import { firstSpots, type Spot, secondHands, spotOf, wholeOf } from './places.ts'

/** A comment in the margin. */
export interface Remark extends Author {
  readonly lines: readonly string[]
  readonly spot: Spot
  /** Replies hang on the same words. */
  readonly replies: readonly (Author & { readonly lines: readonly string[] })[]
  readonly isResolved: boolean
}

interface Margin {
  readonly dossier: Dossier
  readonly tracked: Tracked
  readonly authors: Authors
  readonly say: Catalogue
}

/**
 * What stands in the margin of a compilation: of each amendment its number, reason and positions, with what the room says
 * to it in reply; what no tracked change can say; and what the room says of clauses.
 */
export function remarksOf(margin: Margin, effects: Readonly<{ [id: AmendmentId]: Effect }>): Remark[] {
  const { record } = margin.dossier
  const spots = firstSpots(margin.tracked)
  const pending = Object.values(record.amendments).filter(({ state }) => state === 'pending')
  return [
    ...pending.map((it) => ofAmendment(it, spots.get(it.id), effects[it.id], margin)),
    ...seconds(margin),
    ...rivals(margin),
    ...Object.values(record.threads).flatMap((thread) => ofClause(thread, margin)),
  ]
}

/** Words that two would take out are struck once in Word, under the first name: here is the second. */
export const seconds = ({ tracked, authors, say }: Pick<Margin, 'tracked' | 'authors' | 'say'>): Remark[] =>
  secondHands(tracked).map(({ by, spot }) => ({
    ...authors.of(by),
    ...{ lines: [say.word.alsoDeletes(by.amendment ? spoken(by.amendment) : authors.of(by).author)], spot },
    ...{ replies: [], isResolved: false },
  }))

function rivals({ dossier, tracked, authors, say }: Margin): Remark[] {
  const labels = labelsOf(dossier.record)
  return tracked.rivals.flatMap(({ clause, after, by }) => {
    const block = tracked.blocks.get(clause)
    if (!block || by.amendment === null) return []
    const where = after === null ? null : labels[after] || null
    const lines = [say.word.movesToo(spoken(by.amendment), where)]
    return [
      { ...authors.of(by), lines, spot: spotIn(tracked, wholeOf(block)), replies: [], isResolved: false },
    ]
  })
}

function ofAmendment(
  amendment: Amendment,
  spot: Spot | undefined,
  effect: Effect | undefined,
  { dossier, tracked, authors, say }: Margin,
): Remark {
  const { id, amends } = amendment
  const { revision, reason } = wordingInForce(amendment)
  const { record } = dossier
  const name = [
    spoken(id),
    ...(revision > 1 ? [say.word.revision(revision)] : []),
    ...(amends ? [say.word.amends(spoken(amends.amendment))] : []),
  ]
  const standing = effect?.standing ?? 'overtaken'
  const lines = [
    name.join(', '),
    ...(reason ? [reason] : []),
    ...positions(amendment, { dossier, say }),
    ...(standing === 'stands' ? [] : [say.desk.standingHint[standing]]),
  ]
  const threads = Object.values(record.threads).filter(({ on }) => 'amendment' in on && on.amendment === id)
  return {
    ...authors.of({ amendment: id, act: null }),
    ...{ lines, spot: spot ?? titleOf(tracked), isResolved: false },
    replies: threads.flatMap(({ comments }) => comments.map((it) => said(it, authors))),
  }
}

/** `Supports: KEN, BRA`. */
function positions(amendment: Amendment, { dossier, say }: Pick<Margin, 'dossier' | 'say'>): string[] {
  const tallies = talliesOf(amendment, dossier.record.groups)
  return STANDS.flatMap((stand) => {
    const voices = tallies.find((it) => it.stand === stand)?.voices ?? []
    return voices.length > 0
      ? [
          say.word.positions(
            say.common.stands[stand],
            voices.map(({ code }) => code),
          ),
        ]
      : []
  })
}

function ofClause(
  { id, on, comments, resolved }: Thread,
  { dossier, tracked, authors, say }: Margin,
): Remark[] {
  if (!('clause' in on)) return []
  const [first, ...replies] = comments.map((it) => said(it, authors))
  const block = tracked.blocks.get(on.clause)
  if (!first) return []
  const anchors: [ThreadId, NonNullable<typeof on.anchor>][] = on.anchor ? [[id, on.anchor]] : []
  const place = placesAmong(dossier.moment.blocks, on.clause, anchors).get(id)
  const spot = block && (place ? spotOf(block, place) : wholeOf(block))
  // Words that stand no more are quoted, for they are what was spoken of.
  const quoted = on.quote && !place ? [say.word.quoted(on.quote)] : []
  const where = spotIn(tracked, spot)
  const label = labelsOf(dossier.record)[on.clause]
  const of = where.block === on.clause || !label ? [] : [say.common.clause(label)]
  const lines = [...of, ...quoted, ...first.lines]
  return [{ ...first, lines, spot: where, replies, isResolved: resolved !== null }]
}

const said = ({ words, by, at }: Thread['comments'][number], authors: Authors) => ({
  ...authors.speaking(by, at),
  lines: words.split('\n'),
})

/** A clause of which nothing is shown has no margin: what is said of it stands at the title. */
function spotIn(tracked: Tracked, spot: Spot | undefined): Spot {
  const isShown = spot && (tracked.blocks.get(spot.block)?.spans.length ?? 0) > 0
  return isShown ? spot : titleOf(tracked)
}

function titleOf({ before, blocks }: Tracked): Spot {
  const title = before.map((id) => blocks.get(id)).find((block) => block && block.spans.length > 0)
  return title ? wholeOf(title) : { block: '', from: 0, to: 0 }
}
