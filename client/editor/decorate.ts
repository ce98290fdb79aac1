import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import { type Edits, type Hunk, type Moved, movesOfText } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import { openingLength } from '../../shared/opening.ts'
import { clean, type Line } from '../../shared/projection.ts'
import { type Around, LADDER_SIGNS, type ProposalId, type ProposedWords } from './around.ts'
import {
  clauseGhost,
  clauseHandle,
  deletedGhost,
  inOwnLine,
  isAfterSpace,
  moreGhost,
  movedLine,
  moveGhost,
  proposalClass,
  proposedGhost,
} from './ghosts.ts'
import { type Mark, marksOf } from './marks.ts'
import { blocksOf, idOf } from './schema.ts'

/**
 * Everything that is shown over the draft `doc`, whose own edits of `text` are `edits`; others' words only `inView`.
 */
export function decorate(
  doc: Node,
  text: readonly BlockId[],
  edits: Edits,
  around: Around,
  inView: (block: BlockId) => boolean,
): Decoration[] {
  const lines = clean(blocksOf(doc), around.labels, around.punctuation)
  const own = new Set(edits.added.map(({ id }) => id))
  const moved = movedIn(text, edits)
  const decorations = [...leftAt(null, 0, moved, around), ...clausesAfter(null, 0, around)]
  doc.forEach((node, at, index) => {
    const line = lines[index]
    if (!line) return
    const id = idOf(node)
    const hunks = edits.hunks.filter(({ clause }) => clause === id)
    decorations.push(
      blockDecoration(node, at, line, own.has(id), around),
      ...(around.selected === id && line.kind === 'clause' ? [handleOf(id, at, around)] : []),
      ...cameTo(id, at, moved, around),
      ...openingDecoration(line, at, around),
      ...wordDecorations(line, at, hunks, around, inView(id) ? (around.proposed.get(id) ?? []) : []),
      ...(inView(id) ? movesAway(id, at + 1 + line.text.length, around) : []),
      ...leftAt(id, at + node.nodeSize, moved, around),
      ...(inView(id) ? clausesAfter(id, at + node.nodeSize, around) : []),
    )
  })
  return decorations
}

function blockDecoration(node: Node, at: number, line: Line, isOwn: boolean, around: Around): Decoration {
  const sign = LADDER_SIGNS[around.ladders[line.id] ?? 'open']
  const classes = [
    'block',
    ...(around.selected === line.id ? ['is-selected'] : []),
    ...(isOwn ? ['is-own'] : []),
    ...(line.text === '' && !isOwn ? ['is-struck'] : []),
  ]
  return Decoration.node(at, at + node.nodeSize, {
    class: classes.join(' '),
    'data-block': line.id,
    'data-label': line.label === '' ? '' : `${line.label}.`,
    'data-end': line.end,
    ...(line.text === '' && isOwn ? { 'data-empty': around.say.emptyClause } : {}),
    ...(sign === '' ? {} : { 'data-ladder': sign }),
  })
}

function openingDecoration({ kind, text }: Line, at: number, { language }: Around): Decoration[] {
  const length = kind === 'clause' ? openingLength(text, language) : 0
  return length > 0 ? [Decoration.inline(at + 1, at + 1 + length, { class: 'opening' })] : []
}

function wordDecorations(
  line: Line,
  at: number,
  own: readonly Hunk[],
  around: Around,
  others: readonly ProposedWords[],
): Decoration[] {
  return marksOf(own, others, line.text.length, around.commented.get(line.id)).map((mark) =>
    markDecoration(mark, at + 1, line.text, around),
  )
}

function markDecoration(mark: Mark, start: number, text: string, around: Around): Decoration {
  switch (mark.is) {
    case 'inserted':
      return Decoration.inline(start + mark.from, start + mark.to, { nodeName: 'ins', class: 'own-words' })
    case 'contested':
      return Decoration.inline(start + mark.from, start + mark.to, {
        class: proposalClass('contested', mark.proposal, around),
        'data-proposal': mark.proposal,
      })
    case 'commented':
      return Decoration.inline(start + mark.from, start + mark.to, {
        class: mark.thread === around.openedThread ? 'commented is-open' : 'commented',
        'data-thread': mark.thread,
      })
    case 'deleted':
      return widget(start + mark.at, () => deletedGhost(mark), -1, `gone ${mark.at} ${mark.words}`)
    case 'proposed': {
      const leads = isAfterSpace(text.slice(0, mark.at))
      return widget(
        start + mark.at,
        () => proposedGhost(mark, around, leads),
        1,
        ghostKey(mark.proposal, mark.who, leads ? `${mark.words} ` : mark.words, around),
      )
    }
    case 'more':
      return widget(start + text.length, () => moreGhost(mark, around), 2, `more ${mark.count}`)
  }
}

/** What the draft has moved: the block after which it stood, of those that still stand there, and that after which it stands. */
interface OwnMove extends Moved {
  readonly from: BlockId | null
}

function movedIn(text: readonly BlockId[], edits: Edits): OwnMove[] {
  const moves = movesOfText(edits)
  const isMoved = (id: BlockId) => moves.some(({ clause }) => clause === id)
  return moves.map((move) => {
    const before = text.slice(0, text.indexOf(move.clause)).filter((id) => !isMoved(id))
    return { ...move, from: before.at(-1) ?? null }
  })
}

const leftAt = (from: BlockId | null, at: number, moved: readonly OwnMove[], { say }: Around): Decoration[] =>
  moved
    .filter((move) => move.from === from)
    .map(({ clause, after }) => lineAt(at, say.movedAway(clause, after), `left ${clause}`))

const cameTo = (clause: BlockId, at: number, moved: readonly OwnMove[], { say }: Around): Decoration[] =>
  moved
    .filter((move) => move.clause === clause)
    .map(({ from }) => lineAt(at, say.movedHere(clause, from), `came ${clause}`))

const lineAt = (at: number, says: string, key: string): Decoration =>
  widget(at, () => movedLine(says), -2, `${key} ${says}`)

const handleOf = (id: BlockId, at: number, around: Around): Decoration =>
  widget(at + 1, () => clauseHandle(id, around), -3, `handle ${id}`)

/** Where others would take the clause. */
const movesAway = (id: BlockId, at: number, around: Around): Decoration[] =>
  around.moved
    .filter(({ clause }) => clause === id)
    .slice(0, SHOWN_CLAUSES)
    .map(({ after, proposal, who }) => ghostOfMove(around.say.ghostAway(after), at, proposal, who, around))

function ghostOfMove(
  says: string,
  at: number,
  proposal: ProposalId,
  who: string,
  around: Around,
): Decoration {
  const key = ghostKey(proposal, who, `→${says}`, around)
  return widget(at, () => moveGhost(says, proposal, who, around), 2, key)
}

/** Clauses that others would add after the block, or bring there; they stand between the draft's own. */
function clausesAfter(after: BlockId | null, at: number, around: Around): Decoration[] {
  const added = around.added.filter((clause) => clause.after === after)
  const moved = around.moved.filter((move) => move.after === after)
  const all = [
    ...added.map(({ text, proposal, who }) => ({
      draw: () => clauseGhost(text, proposal, who, around),
      key: ghostKey(proposal, who, `¶${text}`, around),
    })),
    ...moved.map(({ clause, proposal, who }) => ({
      draw: () => inOwnLine(moveGhost(around.say.ghostHere(clause), proposal, who, around)),
      key: ghostKey(proposal, who, `→${around.say.ghostHere(clause)}`, around),
    })),
  ]
  const ghosts = all.slice(0, SHOWN_CLAUSES).map(({ draw, key }) => widget(at, draw, -1, key))
  const count = all.length - ghosts.length
  return count === 0
    ? ghosts
    : [...ghosts, widget(at, () => moreGhost({ is: 'more', count }, around), -1, `more clauses ${count}`)]
}

/** How many clauses that others would add are shown at one place. */
const SHOWN_CLAUSES = 4

/** Widgets of one key are the same to the view: it keeps the element, and the caret stays calm. */
const ghostKey = (proposal: string, who: string, words: string, { opened }: Around): string =>
  `${proposal} ${who} ${opened === proposal ? 'open' : ''} ${words}`

const widget = (at: number, draw: () => HTMLElement, side: number, key: string): Decoration =>
  Decoration.widget(at, draw, { side, key, ignoreSelection: true })
