import type { NewWording } from './act-amendment.ts'
import { type Amendment, type Base, type Decision, type Revision, wordingInForce } from './amendment.ts'
import { applyEdits, type Edits, movesOf } from './edits.ts'
import type { AmendmentId } from './ids.ts'
import { type Range, Sight } from './items.ts'
import type { Move } from './moves.ts'
import type { Record } from './record.ts'
import type { Block } from './text.ts'

/**
 * A sub-amendment amends the words of another amendment. It is decided before that one: accepted, it gives that one a
 * new wording, from which every name drops until it is confirmed, but for that of a sponsor who takes it in itself;
 * when that one is rejected or withdrawn, it falls with it. It stands on one exact wording: once the sponsor puts another
 * in its place, it is restated there if every change of it has its place, and otherwise nothing of it is left.
 */

/** The pending amendment that this one amends; null for an amendment to the text. */
export function parentOf(
  { amendments }: Pick<Record, 'amendments'>,
  { amends }: Pick<Amendment, 'amends'>,
): Amendment | null {
  const parent = amends ? amendments[amends.amendment] : undefined
  return parent?.state === 'pending' ? parent : null
}

/** Pending sub-amendments of the amendment, in the order of tabling. */
export const subAmendments = ({ amendments }: Pick<Record, 'amendments'>, parent: AmendmentId): Amendment[] =>
  Object.values(amendments)
    .filter(({ state, amends }) => state === 'pending' && amends?.amendment === parent)
    .sort((a, b) => a.number - b.number)

/** Whether the wording that is amended still is the one in force, or words grown from it. */
export const isInForce = (parent: Amendment, { pen }: Base): boolean => wordingInForce(parent).pen === pen

/** Whether what it amends has other words now, in which it has no place. */
export function isReplaced(record: Pick<Record, 'amendments'>, sub: Pick<Amendment, 'amends'>): boolean {
  const parent = parentOf(record, sub)
  return sub.amends !== null && parent !== null && !isInForce(parent, sub.amends)
}

/** What the text, of which `blocks` are read, would show, amended by edits whose characters are known (`come`). */
export function sightAmended(
  text: readonly (readonly [Range, boolean])[],
  moves: readonly Move[],
  blocks: readonly Block[],
  edits: Edits,
): Sight {
  const { hunks, added } = edits
  const gone = Sight.from(hunks.flatMap((hunk) => hunk.gone.map((range) => [range, true] as const)))
  const left = text.flatMap(([range, stands]) =>
    gone
      .pieces(range)
      .map(({ offset, length, presence }): [Range, boolean] => [
        [range[0], range[1] + offset, length],
        stands && presence !== 'stands',
      ]),
  )
  const come = [...hunks, ...added].flatMap((it) => it.come ?? [])
  const amended = applyEdits(blocks, edits)
  const fresh = movesOf(edits).flatMap(({ clause, after, come = [] }) =>
    come.map((key) => ({ key, clause, after, turn: 0 })),
  )
  return Sight.from([...left, ...come.map((range): [Range, boolean] => [range, true])], {
    order: amended.map(({ id }) => id),
    moves: [...moves, ...fresh],
    struck: new Set(amended.filter((block) => block.text === '').map(({ id }) => id)),
  })
}

/** The blocks that a sub-amendment amends: the text as its parent would leave it. */
export const amendedBlocks = (text: readonly Block[], parent: Edits): Block[] => applyEdits(text, parent)

/** Rule A4: nobody has consented to the words that an accepted sub-amendment made but who takes them in itself. */
export function reworded(
  parent: Amendment,
  { revision, wording, edits }: NewWording,
  { amendment, at, by }: { readonly amendment: AmendmentId } & Pick<Decision, 'at' | 'by'>,
): Amendment {
  const { reason, pen } = wordingInForce(parent)
  const names = new Set([parent.sponsor, ...Object.keys(parent.cosponsors)])
  if (by.delegation) names.delete(by.delegation)
  return {
    ...parent,
    cosponsors: Object.fromEntries([...names].map((name) => [name, null])),
    revisions: [...parent.revisions, { revision, wording, edits, reason, pen, at, by, amendedBy: amendment }],
  }
}

/** Rule A4: it says the same of other words, and nobody has consented to that yet, its sponsor neither. */
export function restatedOn(
  sub: Amendment,
  act: Pick<Revision, 'revision' | 'wording' | 'edits' | 'pen' | 'at' | 'by'> & { readonly amends: Base },
): Amendment {
  const { revision, wording, edits, pen, at, by, amends } = act
  const { reason } = wordingInForce(sub)
  const names = new Set([sub.sponsor, ...Object.keys(sub.cosponsors)])
  return {
    ...sub,
    amends,
    cosponsors: Object.fromEntries([...names].map((name) => [name, null])),
    revisions: [...sub.revisions, { revision, wording, edits, reason, pen, at, by, restated: true }],
  }
}

/** What amended the amendment falls with it. */
export const fellWith = (record: Record, parent: AmendmentId, decision: Decision): Record => ({
  ...record,
  amendments: {
    ...record.amendments,
    ...Object.fromEntries(
      subAmendments(record, parent).map((it) => [it.id, { ...it, state: 'fallen' as const, decision }]),
    ),
  },
})
