import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import * as Y from 'yjs'
import { movesRoot } from '../../shared/moves.ts'
import { textRoot } from '../../shared/text.ts'
import { WRITTEN } from './binding.ts'

const key = new PluginKey<Y.UndoManager>('history')

/** Undo and redo of what this editor wrote into the draft: words, clauses of one's own, and moves. */
export const history = (draft: Y.Doc): Plugin<Y.UndoManager> =>
  new Plugin<Y.UndoManager>({
    key,
    state: {
      init: () =>
        new Y.UndoManager([textRoot(draft), movesRoot(draft)], { trackedOrigins: new Set([WRITTEN]) }),
      apply: (_tr, manager) => manager,
    },
    view: ({ state }) => ({ destroy: () => managerOf(state)?.destroy() }),
  })

export const managerOf = (state: EditorState): Y.UndoManager | undefined => key.getState(state)

/** What follows is a step of its own. */
export const beginStep = (state: EditorState): void => managerOf(state)?.stopCapturing()
