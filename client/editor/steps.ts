import type { EditorState } from 'prosemirror-state'
import type * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { type Id, movesById, type Run, walkBlocks } from '../../shared/items.ts'
import { managerOf } from './history.ts'

/** What one step of the undo history did, in words. */
export interface Step {
  readonly clause: BlockId
  readonly typed: string
  readonly deleted: string
  /** It brought a clause, or took one out. */
  readonly isClause: boolean
  /** It moved a clause. */
  readonly isMove: boolean
}

export interface NextSteps {
  /** What undo would take back; null where there is nothing. */
  readonly undo: Step | null
  /** What redo would do again. */
  readonly redo: Step | null
}

export function nextSteps(state: EditorState, draft: Y.Doc): NextSteps {
  const manager = managerOf(state)
  const last = (stack: readonly Kept[] | undefined) => stack?.at(-1) ?? null
  const undo = last(manager?.undoStack)
  const redo = last(manager?.redoStack)
  return {
    undo: undo && stepOf(draft, undo.insertions, undo.deletions),
    // What stands there is what undoing did: the other way round.
    redo: redo && stepOf(draft, redo.deletions, redo.insertions),
  }
}

interface Kept {
  readonly insertions: Marked
  readonly deletions: Marked
}

/** Characters by pen, as Yjs notes them. */
interface Marked {
  readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** Words that came and went within the step are neither. */
function stepOf(draft: Y.Doc, came: Marked, went: Marked): Step | null {
  for (const { id, item, runs } of walkBlocks(draft)) {
    const typed = runs.map((run) => wordsOf(run, came, went)).join('')
    const deleted = runs.map((run) => wordsOf(run, went, came)).join('')
    const [client, clock] = item
    const isClause = holds(came, client, clock) || holds(went, client, clock)
    if (typed !== '' || deleted !== '' || isClause) {
      return { clause: id, typed, deleted, isClause, isMove: false }
    }
  }
  const isOfStep = ({ item: [client, clock] }: { readonly item: Id }) =>
    holds(came, client, clock) || holds(went, client, clock)
  const moved = movesById(draft).find(isOfStep)
  return moved ? { clause: moved.clause, typed: '', deleted: '', isClause: false, isMove: true } : null
}

const wordsOf = ({ client, clock, text }: Run, marked: Marked, but: Marked): string =>
  marked.clients.has(client)
    ? text
        .split('')
        .filter((_, at) => holds(marked, client, clock + at) && !holds(but, client, clock + at))
        .join('')
    : ''

const holds = ({ clients }: Marked, client: number, at: number): boolean =>
  clients.get(client)?.some(({ clock, len }) => clock <= at && at < clock + len) ?? false
