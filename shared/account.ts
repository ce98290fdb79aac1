import type * as Y from 'yjs'
import type { AccountEntry, Nameless, Sights, Whereabouts } from './account-entry.ts'
import type { Amendment, Revision } from './amendment.ts'
import { broughtBy } from './brought.ts'
import { type Added, type Hunk, movesOfText } from './edits.ts'
import type { BlockId } from './ids.ts'
import { Sight, walkBlocks } from './items.ts'
import { namelessIn } from './nameless.ts'
import { namesOf } from './provenance.ts'
import type { Record } from './record.ts'
import { isInText, movedThere, takenOut, whereabouts } from './whereabouts.ts'

/**
 * Rule A5: the account of every proposed word. Each word of each revision of each amendment, whether it was to come
 * in or to go out, is in exactly one place, with who put it there and when.
 */
export interface Account {
  /** By amendment in order of tabling, revision, and place in the wording. */
  readonly entries: readonly AccountEntry[]
  /** Words that came into the text, or left it, without an amendment's name. Empty, or something is wrong. */
  readonly nameless: readonly Nameless[]
}

/** `text` must keep its deleted words. */
export const accountOf = (record: Pick<Record, 'amendments'>, text: Y.Doc): Account =>
  accountAt({ record, blocks: walkBlocks(text), sight: Sight.of(text) })

/** The same of any moment: a text as it stood, with the words that had been taken out of it by then. */
export function accountAt(moment: Omit<Sights, 'names'>): Account {
  const { record } = moment
  const sights: Sights = { ...moment, names: namesOf(record) }
  const entries = Object.values(record.amendments)
    .sort((a, b) => (a.revisions[0].at < b.revisions[0].at ? -1 : 1))
    .flatMap((amendment) => amendment.revisions.flatMap((revision) => entriesOf(amendment, revision, sights)))
  return { entries, nameless: namelessIn(sights) }
}

function entriesOf(amendment: Amendment, revision: Revision, sights: Sights): AccountEntry[] {
  const entry = (clause: BlockId, would: AccountEntry['would'], words: string, where: Whereabouts) => ({
    ...{ amendment: amendment.id, revision: revision.revision, clause, would, words, after: null },
    ...{ by: revision.by, at: revision.at, through: null, consent: null },
    ...where,
  })
  const { hunks, added } = revision.edits
  const moving = (clause: BlockId, after: BlockId | null, where: Whereabouts) => ({
    ...entry(clause, 'move', '', where),
    after,
  })
  const moved = movesOfText(revision.edits)
  if (!isInText(amendment, revision, sights)) {
    const where = whereabouts(amendment, revision, sights)
    return [
      ...pieces(hunks, added).map(([clause, would, words]) => entry(clause, would, words, where)),
      ...moved.map(({ clause, after }) => moving(clause, after, where)),
    ]
  }
  const out = hunks
    .filter(({ was }) => was !== '')
    .map((hunk) => entry(hunk.clause, 'go out', hunk.was, takenOut(amendment, hunk, sights)))
  return [
    ...out,
    ...broughtBy(amendment, revision, sights).map(([clause, words, where]) =>
      entry(clause, 'come in', words, where),
    ),
    ...moved.map((move) => moving(move.clause, move.after, movedThere(amendment, move, sights))),
  ]
}

function pieces(hunks: readonly Hunk[], added: readonly Added[]): [BlockId, 'come in' | 'go out', string][] {
  const all = [
    ...hunks.flatMap(({ clause, was, insert }): [BlockId, 'come in' | 'go out', string][] => [
      [clause, 'go out', was],
      [clause, 'come in', insert],
    ]),
    ...added.map(({ id, text }): [BlockId, 'come in' | 'go out', string] => [id, 'come in', text]),
  ]
  return all.filter(([, , words]) => words !== '')
}

export type { AccountEntry, Nameless, Place } from './account-entry.ts'
