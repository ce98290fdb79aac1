import type * as Y from 'yjs'
import { type Amendment, type Effect, wordingInForce } from './amendment.ts'
import { isCarried } from './carried.ts'
import { editsInBlocks, type Moved, movesOf, NO_EDITS } from './edits.ts'
import type { AmendmentId, BlockId, ById, MoveKey } from './ids.ts'
import { type BlockItem, type Range, type Run, Sight, walkBlocks } from './items.ts'
import { inTurn, type Move, readMoves } from './moves.ts'
import { laidOver } from './overlay.ts'
import { isNothingLeft, lostFrom, lostMovesFrom } from './remains.ts'
import { standing } from './standing.ts'
import { isInForce } from './subamendment.ts'
import { type Writing, writingOf } from './writing.ts'

/** The text at one moment, or the text as an amendment would leave it: its blocks, and what they show. */
export interface Sheet {
  readonly blocks: readonly BlockItem[]
  readonly moves: readonly Move[]
  readonly sight: Sight
}

export const sheetOf = (text: Y.Doc): Sheet => sheetOfBlocks(walkBlocks(text), readMoves(text))

const sheetOfBlocks = (blocks: readonly BlockItem[], moves: readonly Move[]): Sheet => ({
  ...{ blocks, moves },
  sight: Sight.ofBlocks(blocks, moves),
})

/** What effects follow from. */
export interface Ground {
  readonly text: Sheet
  readonly amendments: ById<Amendment>
  /** The engrossed wording in force of those that are pending. */
  readonly engrossed: (amendment: AmendmentId) => Uint8Array | undefined
}

/**
 * What accepting the amendment would do to what it amends. It follows from the text and from the engrossed wordings
 * alone, so that everybody who has them can tell, and nothing needs to be sent when the text moves. It is what
 * accepting it on a copy would come to (rule A3).
 */
export function effectOf(ground: Ground, amendment: Amendment): Effect {
  const wording = wordingInForce(amendment)
  const base = baseOf(ground, amendment)
  if (base === ground.text && isCarried(wording, ground.amendments, () => wordsIn(base))) {
    return { edits: NO_EDITS, lost: [], standing: 'carried' }
  }
  const { writing, ...lost } = leftOf(ground, amendment, base)
  if (!base || !writing) return { edits: NO_EDITS, ...lost, standing: 'overtaken' }
  const moves = movesWith(base, writing)
  const edits = editsInBlocks(base.sight, laidOver(base.blocks, writing), moves, base.blocks)
  return { edits, ...lost, standing: standing(wording.edits, base.sight) }
}

/** The text as these would leave it, accepted one after the other (rule A3); a sub-amendment after what it amends. */
export const asAmendedBy = (ground: Ground, amendments: readonly Amendment[]): Sheet =>
  amendments.reduce<Sheet>((sheet, amendment) => {
    const { writing } = leftOf(ground, amendment, sheet)
    return writing ? sheetOfBlocks(laidOver(sheet.blocks, writing), movesWith(sheet, writing)) : sheet
  }, ground.text)

/** What accepting it would write, without what fell away; null where nothing is left of it, or another carried it. */
export function writingLeft(ground: Ground, amendment: Amendment): Writing | null {
  const base = baseOf(ground, amendment)
  const wording = wordingInForce(amendment)
  if (base === ground.text && isCarried(wording, ground.amendments, () => wordsIn(base))) return null
  return leftOf(ground, amendment, base).writing
}

/** Null where what it amends is gone: replaced by another wording, or fallen. */
function baseOf(ground: Ground, { amends }: Amendment): Sheet | null {
  if (!amends) return ground.text
  const parent = ground.amendments[amends.amendment]
  if (!parent || !isInForce(parent, amends)) return null
  if (parent.state !== 'pending') return parent.state === 'accepted' ? ground.text : null
  const { writing } = leftOf(ground, parent, baseOf(ground, parent))
  return writing && sheetOfBlocks(laidOver(ground.text.blocks, writing), movesWith(ground.text, writing))
}

const movesWith = ({ moves }: Sheet, writing: Writing): readonly Move[] =>
  inTurn([...moves, ...writing.moves])

interface Left extends Pick<Effect, 'lost' | 'lostMoves'> {
  readonly writing: Writing | null
}

/** What is left of it to accept: changes whose words are all gone from the text bring nothing, nor do moves too late. */
function leftOf({ engrossed }: Ground, amendment: Amendment, base: Sheet | null): Left {
  const { edits } = wordingInForce(amendment)
  const bytes = engrossed(amendment.id)
  if (!base || !bytes) return { writing: null, lost: edits.hunks, ...named(movesOf(edits)) }
  const lost = lostFrom(base.sight, edits)
  const lostMoves = lostMovesFrom(base.sight, edits)
  const gone = { lost, ...named(lostMoves) }
  if (isNothingLeft(edits, lost, lostMoves)) return { writing: null, ...gone }
  const strays = lost.flatMap(({ come }) => come ?? [])
  const keys = new Set(lostMoves.flatMap(({ come }) => come ?? []))
  return { writing: withoutStrays(writingOf(bytes), strays, keys), ...gone }
}

const named = (lostMoves: readonly Moved[]): Pick<Effect, 'lostMoves'> =>
  lostMoves.length > 0 ? { lostMoves } : {}

const withoutStrays = (writing: Writing, strays: readonly Range[], keys: ReadonlySet<MoveKey>): Writing =>
  strays.length + keys.size > 0
    ? {
        ...writing,
        gone: [...writing.gone, ...strays],
        moves: writing.moves.filter(({ key }) => !keys.has(key)),
      }
    : writing

function wordsIn({ blocks, sight }: Sheet): ReadonlyMap<BlockId, string> {
  const standing = blocks.filter(({ deleted }) => !deleted)
  const words = new Map(standing.map(({ id, runs }) => [id, standingWords(runs)]))
  return new Map(sight.layout.order.map((id) => [id, words.get(id) ?? '']))
}

const standingWords = (runs: readonly Run[]): string =>
  runs.map(({ deleted, text }) => (deleted ? '' : text)).join('')
