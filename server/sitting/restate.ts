import type * as Y from 'yjs'
import type { Step } from '../../shared/act.ts'
import { type Amendment, type Base, wordingInForce } from '../../shared/amendment.ts'
import { applyEdits, type Edits, editsOf, isEmpty } from '../../shared/edits.ts'
import { asAmended, engross, wordingHash } from '../../shared/engross.ts'
import type { BlockId, Pen } from '../../shared/ids.ts'
import { Sight } from '../../shared/items.ts'
import type { Draft, Record } from '../../shared/record.ts'
import { inDraft } from '../../shared/remains.ts'
import { type Rewritten, restated } from '../../shared/restating.ts'
import { isInForce, subAmendments } from '../../shared/subamendment.ts'
import { type Block, readText } from '../../shared/text.ts'
import type { Follow } from './deed.ts'
import { engrossedFrom } from './numbers.ts'
import type { State } from './state.ts'

/** A wording that is about to be tabled in the place of another. */
interface Replacing {
  readonly pen: Pen
  readonly edits: Edits
  readonly engrossed: Uint8Array
}

/**
 * Sub-amendments of an amendment that is given other words, restated on those: the ones of which every change has its
 * place there. The others lose their ground, and whoever proposed them is told.
 */
export function restatements(state: State, record: Record, parent: Amendment, now: Replacing): Follow[] {
  const before = state.baseOf({ amendment: parent.id, pen: wordingInForce(parent).pen })
  if (!before) return []
  const base = asAmended(state.text, [now.engrossed])
  const rewritten: Rewritten = {
    before: readText(before),
    now: readText(base),
    renamed: renamed(wordingInForce(parent).edits, now.edits),
  }
  const follow: Follow[] = []
  for (const sub of subAmendments(record, parent.id)) {
    const { edits, lost } = state.effectOf(sub)
    if (!sub.amends || !isInForce(parent, sub.amends) || isEmpty(edits) || lost.length > 0) continue
    const moved = restated(edits, rewritten)
    const pen = now.pen + follow.length + 1
    const typed = moved.isWhole ? typedOn(base, moved.edits, pen) : null
    if (typed)
      follow.push(restating(state, sub, typed, { base, pen, amends: { amendment: parent.id, pen: now.pen } }))
  }
  return follow
}

function restating(
  state: State,
  sub: Amendment,
  typed: Edits,
  { base, pen, amends }: { readonly base: Y.Doc; readonly pen: Pen; readonly amends: Base },
): Follow {
  const { edits, engrossed } = engrossedFrom(state, base, typed, pen)
  const step: Step = {
    ...{ kind: 'amendment restated', amendment: sub.id, amends, revision: sub.revisions.length + 1 },
    ...{ wording: wordingHash(edits), edits, pen },
  }
  return { step, engrossed }
}

/** What finds its place of a sub-amendment whose ground is gone, written on the wording that is in force now. */
export function redone(
  state: State,
  sub: Amendment,
  parent: Amendment,
): { readonly pen: Pen; readonly engrossed: Uint8Array } | null {
  const { pen: inForce, edits: now } = wordingInForce(parent)
  const base = state.baseOf({ amendment: parent.id, pen: inForce })
  const was = parent.revisions.findLast(({ pen }) => pen === sub.amends?.pen)?.edits
  const text = readText(state.text)
  if (!base || !was || !fits(text, was)) return null
  const rewritten = { before: applyEdits(text, was), now: readText(base), renamed: renamed(was, now) }
  const pen = state.pens.next()
  const typed = typedOn(base, restated(wordingInForce(sub).edits, rewritten).edits, pen)
  return typed && { pen, engrossed: engrossedFrom(state, base, typed, pen).engrossed }
}

/** The same of a draft that nobody has tabled yet; `isWhole` where every change of it has found its place. */
export function carriedOver(
  state: State,
  draft: Draft,
  parent: Amendment,
): { readonly pen: Pen; readonly engrossed: Uint8Array; readonly isWhole: boolean } | null {
  const { pen: inForce, edits: now } = wordingInForce(parent)
  const base = state.baseOf({ amendment: parent.id, pen: inForce })
  const was = parent.revisions.findLast(({ pen }) => pen === draft.amends?.pen)
  const engrossed = was && state.earlier.get(was.pen)
  const left = engrossed && inDraft(state.text, state.sight(), { edits: was.edits, engrossed })
  if (!base || !left) return null
  const before = asAmended(state.text, [left])
  const { edits, isWhole } = restated(editsOf(Sight.of(before), state.draft(draft.id)), {
    ...{ before: readText(before), now: readText(base), renamed: renamed(was.edits, now) },
  })
  const pen = state.pens.next()
  const typed = typedOn(base, edits, pen)
  return typed && { pen, engrossed: engrossedFrom(state, base, typed, pen).engrossed, isWhole }
}

/** The changes as somebody would have typed them on this text; null where nothing is left of them. */
function typedOn(base: Y.Doc, edits: Edits, pen: Pen): Edits | null {
  const typed = editsOf(Sight.of(base), asAmended(base, [engross(base, edits, pen)]))
  return isEmpty(typed) ? null : typed
}

/** Clauses that a wording adds have a name of their own in each: they are known again by their order. */
const renamed = (before: Edits, now: Edits): ReadonlyMap<BlockId, BlockId> =>
  new Map(
    before.added.flatMap(({ id }, nth): [BlockId, BlockId][] => {
      const name = now.added[nth]?.id
      return name === undefined ? [] : [[id, name]]
    }),
  )

/** Whether the wording was tabled on the text as it stands. */
const fits = (text: readonly Block[], { hunks }: Edits): boolean =>
  hunks.every(
    ({ clause, from, to, was }) => text.find(({ id }) => id === clause)?.text.slice(from, to) === was,
  )
