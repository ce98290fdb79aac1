import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { Edits, Hunk } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import { openingLength } from '../../shared/opening.ts'
import { clean, type Line } from '../../shared/projection.ts'
import { type Around, LADDER_SIGNS, type ProposedWords } from './around.ts'
import { clauseGhost, deletedGhost, moreGhost, proposalClass, proposedGhost } from './ghosts.ts'
import { type Mark, marksOf } from './marks.ts'
import { blocksOf, idOf } from './schema.ts'

/** Everything that is shown over the draft `doc`, whose own edits are `edits`; others' words only `inView`. */
export function decorate(
  doc: Node,
  edits: Edits,
  around: Around,
  inView: (block: BlockId) => boolean,
): Decoration[] {
  const lines = clean(blocksOf(doc), around.labels, around.punctuation)
  const own = new Set(edits.added.map(({ id }) => id))
  const decorations = clausesAfter(null, 0, around)
  doc.forEach((node, at, index) => {
    const line = lines[index]
    if (!line) return
    const id = idOf(node)
    const hunks = edits.hunks.filter(({ clause }) => clause === id)
    decorations.push(
      blockDecoration(node, at, line, own.has(id), around),
      ...openingDecoration(line, at, around),
      ...wordDecorations(line, at, hunks, around, inView(id) ? (around.proposed.get(id) ?? []) : []),
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
    markDecoration(mark, at + 1, line.text.length, around),
  )
}

function markDecoration(mark: Mark, start: number, length: number, around: Around): Decoration {
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
    case 'proposed':
      return widget(
        start + mark.at,
        () => proposedGhost(mark, around),
        1,
        ghostKey(mark.proposal, mark.who, mark.words, around),
      )
    case 'more':
      return widget(start + length, () => moreGhost(mark, around), 2, `more ${mark.count}`)
  }
}

/** Clauses that others would add after the block; they stand between the draft's own. */
function clausesAfter(after: BlockId | null, at: number, around: Around): Decoration[] {
  const all = around.added.filter((clause) => clause.after === after)
  const ghosts = all
    .slice(0, SHOWN_CLAUSES)
    .map(({ text, proposal, who }) =>
      widget(
        at,
        () => clauseGhost(text, proposal, who, around),
        -1,
        ghostKey(proposal, who, `¶${text}`, around),
      ),
    )
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
