import type { ResolvedPos } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Edits } from '../../shared/edits.ts'
import type { BlockId, ThreadId } from '../../shared/ids.ts'
import { readText } from '../../shared/text.ts'
import type { Around, ProposalId } from './around.ts'
import './editor.css'
import './ghosts.css'
import { type ClauseDeed, putAfter, startClause, strikeAll, takeOut } from './keys.ts'
import { mappingOf } from './marks.ts'
import { redraw } from './overlay.ts'
import type { OwnEdits } from './ownEdits.ts'
import { plainWords } from './rules.ts'
import { idOf, positionOf } from './schema.ts'
import { type NextSteps, nextSteps, type Step } from './steps.ts'
import { placeBeside } from './structure.ts'
import { take } from './take.ts'
import { openEditor, stepBack, stepForth } from './view.ts'

export interface EditorProps {
  readonly draft: Y.Doc
  readonly awareness: Awareness
  readonly own: OwnEdits
  readonly around: Around
  /** What is edited, for those who listen. */
  readonly label: string
  readonly onPlace: (clause: BlockId) => void
  readonly onOpen: (proposal: ProposalId) => void
  readonly onThread: (thread: ThreadId) => void
  readonly onMenu: (clause: BlockId, at: Element) => void
  readonly onClause: (what: ClauseDeed, clause: BlockId) => void
  readonly onStep: (how: 'undone' | 'redone', step: Step) => void
  /** A mark was left out that is set after the clause by itself. */
  readonly onEnd: (mark: string) => void
  readonly ref?: Ref<EditorHandle>
}

export interface EditorHandle {
  undo(): void
  redo(): void
  /** What the two would do. */
  steps(): NextSteps
  /** Brings the clause into view and the caret to its end. */
  goTo(clause: BlockId): void
  /** Has the clause stand after another (null: first of all). */
  moveAfter(clause: BlockId, after: BlockId | null): void
  /** After which block it would stand, one place up (-1) or down (1); undefined where there is no such place. */
  placeBeside(clause: BlockId, direction: -1 | 1): BlockId | null | undefined
  /** Takes all words out of a clause of the text, or takes out a clause of one's own. */
  strike(clause: BlockId): void
  /** A new clause after this one, with the caret in it. */
  addAfter(clause: BlockId): void
  /** The clauses as the draft has them. */
  order(): readonly BlockId[]
  /**
   * Strikes the stretches and writes the words: in the place of the first of them, or at the clause's end. As a new
   * edit; false, and nothing is done, where the clause or a stretch no longer stands, or stands twice.
   */
  write(clause: BlockId, words: string, struck: readonly string[]): boolean
  /** Takes the words of a proposal into the draft: what the draft says in their place gives way. */
  take(edits: Edits): void
  /** The selected words, their clause, and where its text has them; null where no words of one clause are selected. */
  quote(): { readonly clause: BlockId; readonly words: string; readonly at: number } | null
}

/** The draft as a person writes it, with everything that stands around its words. */
export function Editor(props: EditorProps) {
  const { draft, awareness, own, around, label, ref } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!place.current) return
    const opened = openEditor(place.current, {
      draft,
      awareness,
      own,
      around: () => latest.current.around,
      attributes: () => attributesOf(latest.current),
      onPlace: (clause) => latest.current.onPlace(clause),
      onOpen: (proposal) => latest.current.onOpen(proposal),
      onThread: (thread) => latest.current.onThread(thread),
      onMenu: (clause, at) => latest.current.onMenu(clause, at),
      onClause: (what, clause) => latest.current.onClause(what, clause),
      onStep: (how, step) => latest.current.onStep(how, step),
      onEnd: (mark) => latest.current.onEnd(mark),
    })
    view.current = opened
    return () => {
      view.current = null
      opened.destroy()
    }
  }, [draft, awareness, own])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands around is drawn anew when it changes
  useEffect(() => {
    if (view.current) redraw(view.current)
  }, [around, label])

  useImperativeHandle(
    ref,
    () =>
      handleOf(
        () => view.current,
        () => latest.current,
      ),
    [],
  )
  return <div ref={place} className="editor" />
}

const attributesOf = ({ label, around }: EditorProps) => ({
  class: 'paper-text',
  role: 'textbox',
  tabindex: '0',
  'aria-multiline': 'true',
  'aria-label': label,
  lang: around.language,
  spellcheck: 'true',
  // Words of a declaration are not to be changed by a guess.
  autocorrect: 'off',
  autocapitalize: 'off',
  translate: 'no',
})

function handleOf(current: () => EditorView | null, now: () => EditorProps): EditorHandle {
  return {
    undo() {
      const view = current()
      if (view) stepBack(view.state, now())
    },
    redo() {
      const view = current()
      if (view) stepForth(view.state, now())
    },
    steps() {
      const view = current()
      return view ? nextSteps(view.state, now().draft) : { undo: null, redo: null }
    },
    goTo(clause) {
      const view = current()
      const end = view ? endOf(view, clause) : null
      if (!view || end === null) return
      view.focus()
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)).scrollIntoView())
    },
    moveAfter(clause, after) {
      const view = current()
      if (view) putAfter(view, now().draft, clause, after)
    },
    placeBeside: (clause, direction) => placeBeside(now().draft, clause, direction),
    strike(clause) {
      const view = current()
      if (!view) return
      const isOwn = now().own.blocks.every(({ id }) => id !== clause)
      if (isOwn) takeOut(view, now().draft, clause)
      else strikeAll(view, now().draft, clause)
    },
    addAfter(clause) {
      const view = current()
      if (view) startClause(view, now().draft, clause)
    },
    order: () => readText(now().draft).map(({ id }) => id),
    write(clause, words, struck) {
      const view = current()
      const end = view ? endOf(view, clause) : null
      if (!view || end === null) return false
      const places = stretchesIn(view.state.doc.resolve(end), struck)
      if (!places) return false
      const { tr } = view.state
      for (const { from, to } of places.toReversed()) tr.delete(from, to)
      const first = places[0]
      if (words !== '') tr.insertText(first ? plainWords(words) : ` ${plainWords(words)}`, first?.from ?? end)
      view.dispatch(tr)
      this.goTo(clause)
      return true
    },
    take(edits) {
      const view = current()
      if (view) take(view, now().draft, now().own, edits)
    },
    quote() {
      const selection = current()?.state.selection
      if (!selection || selection.empty || !selection.$from.sameParent(selection.$to)) return null
      const { parent, parentOffset } = selection.$from
      const words = parent.textContent.slice(parentOffset, selection.$to.parentOffset)
      const clause = idOf(parent)
      const hunks = now()
        .own.now()
        .hunks.filter((hunk) => hunk.clause === clause)
      return { clause, words, at: mappingOf(hunks).invert().map(parentOffset) }
    },
  }
}

/** Where each of the stretches stands in the clause, in order; null where one stands nowhere or twice. */
function stretchesIn(
  clause: ResolvedPos,
  stretches: readonly string[],
): { from: number; to: number }[] | null {
  const words = clause.parent.textContent
  const places = stretches.map((stretch) => {
    const at = words.indexOf(stretch)
    const isAlone = at >= 0 && words.indexOf(stretch, at + 1) < 0
    return isAlone ? { from: clause.start() + at, to: clause.start() + at + stretch.length } : null
  })
  return places.includes(null) ? null : places.flatMap((it) => it ?? []).sort((a, b) => a.from - b.from)
}

function endOf(view: EditorView, clause: BlockId): number | null {
  const at = positionOf(view.state.doc, clause)
  return at === null ? null : at + 1 + (view.state.doc.nodeAt(at)?.content.size ?? 0)
}
