import type { AccountEntry, Sights, Whereabouts } from './account-entry.ts'
import { type Amendment, type Decision, type Revision, wordingInForce } from './amendment.ts'
import { carriedBy } from './carried.ts'
import { type Hunk, type Moved, movesOfText } from './edits.ts'
import type { AmendmentId } from './ids.ts'
import type { Range } from './items.ts'
import { moveInForce, penOf } from './moves.ts'
import { standing } from './standing.ts'
import { isInForce } from './subamendment.ts'

/** Where proposed words went, and through whom (rule A5). */

/** A sub-amendment comes into the text with what it amends. */
export function isInText(amendment: Amendment, revision: Revision, { record }: Sights): boolean {
  if (amendment.state !== 'accepted' || revision !== wordingInForce(amendment)) return false
  const parent = parentIn(amendment, record)
  return parent === null || parent.state === 'accepted'
}

const parentIn = ({ amends }: Amendment, { amendments }: Sights['record']): Amendment | null =>
  amends ? (amendments[amends.amendment] ?? null) : null

/** Where the words of a revision are that are not in the text, or never were. */
export function whereabouts(amendment: Amendment, revision: Revision, sights: Sights): Whereabouts {
  const next = amendment.revisions[revision.revision]
  if (next) {
    const through = next.restated ? (amendment.amends?.amendment ?? null) : null
    return { place: 'revised', by: next.by, at: next.at, through }
  }
  const ending = endOf(amendment, sights.record)
  const through = amendment.gaveWay?.to ?? amendment.amends?.amendment ?? null
  const parent = parentIn(amendment, sights.record)
  switch (amendment.state) {
    case 'withdrawn':
    case 'rejected':
      return { place: amendment.state, ...ending }
    case 'fallen':
      return { place: 'fallen', ...ending, through }
    case 'superseded': {
      const consent = amendment.gaveWay ?? null
      const isAgreed = consent !== null && consent.declined.length + consent.unanswered.length === 0
      return {
        place: isAgreed ? 'superseded with consent' : 'superseded without consent',
        ...{ ...ending, through, consent },
      }
    }
    case 'accepted':
      // Its words are in those of what it amends, and share their fate.
      return parent
        ? { ...ending, ...whereabouts(parent, wordingInForce(parent), sights), through: parent.id }
        : waiting(revision, sights)
    case 'pending':
      if (parent?.state !== 'pending' || !amendment.amends) return waiting(revision, sights)
      return isInForce(parent, amendment.amends)
        ? { place: 'pending', through: parent.id }
        : { place: 'overtaken', through: parent.id }
  }
}

function waiting(revision: Revision, { record, sight, names }: Sights): Whereabouts {
  const { edits } = revision
  const carrier = carriedBy(revision, record.amendments)
  if (carrier) return { place: 'carried', ...throughAnother(carrier, record) }
  if (standing(edits, sight) !== 'overtaken') return { place: 'pending' }
  const gone = edits.hunks.flatMap((hunk) => [...hunk.gone, ...besides(hunk)])
  const movers = movesOfText(edits).map(({ clause }) => moveInForce(sight.layout, clause))
  const taker = [
    ...gone.map((range) => names.deletedBy(range)),
    ...movers.map((key) => key && names.broughtBy(penOf(key))),
  ].find((id) => id !== null)
  return { place: 'overtaken', ...(taker ? throughAnother(taker, record) : {}) }
}

const besides = ({ left, right }: Hunk): Range[] =>
  [left, right].flatMap((id) => (id ? [[id[0], id[1], 1] as const] : []))

/**
 * How an amendment ended; words that came into another one moved the text when that was accepted. Withdrawals of the
 * first release are known by their tabling alone.
 */
export function endOf(amendment: Amendment, record: Sights['record']): Partial<AccountEntry> {
  const parent = amendment.state === 'accepted' ? parentIn(amendment, record) : null
  const ends = [amendment, ...(parent?.state === 'accepted' ? [parent] : [])].flatMap(
    (it) => it.decision ?? [],
  )
  const last = ends.reduce<Decision | null>(
    (latest, it) => (latest && latest.act > it.act ? latest : it),
    null,
  )
  return last ? { by: last.by, at: last.at } : {}
}

export function throughAnother(id: AmendmentId, record: Sights['record']): Partial<AccountEntry> {
  const other = record.amendments[id]
  return { through: id, ...(other ? endOf(other, record) : {}) }
}

/** Whether the clause stands where an accepted amendment moved it, or who has moved it since. */
export function movedThere(amendment: Amendment, { clause, come = [] }: Moved, sights: Sights): Whereabouts {
  const { moves } = sights.sight.layout
  if (!moves.some(({ key }) => come.includes(key)))
    return { place: 'fell away', ...endOf(amendment, sights.record) }
  const inForce = moveInForce(sights.sight.layout, clause) ?? ''
  if (come.includes(inForce)) return { place: 'in the text', ...endOf(amendment, sights.record) }
  const mover = sights.names.broughtBy(penOf(inForce))
  return { place: 'taken out again', ...(mover ? throughAnother(mover, sights.record) : {}) }
}

/** Where it came too late, the words had been taken out by another. */
export function takenOut(amendment: Amendment, { gone }: Hunk, { record, names }: Sights): Whereabouts {
  const takers = gone.map((range) => names.deletedBy(range))
  // What amended it came with it.
  const isOther = (id: AmendmentId | null): id is AmendmentId =>
    id !== null && id !== amendment.id && record.amendments[id]?.amends?.amendment !== amendment.id
  const other = takers.find(isOther)
  const isLate = takers.length > 0 && takers.every(isOther)
  return isLate && other
    ? { place: 'overtaken', ...throughAnother(other, record) }
    : { place: 'taken out', ...endOf(amendment, record) }
}
