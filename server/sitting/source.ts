import * as Y from 'yjs'
import type { DelegationCode } from '../../shared/ids.ts'
import type { DeclarationSource } from '../documents/source.ts'
import type { State } from './state.ts'

/** Taken between two turns: it copies bytes and lists, and reads nothing of them. */
export function sourceOf(state: State, present: readonly DelegationCode[]): DeclarationSource {
  const tree = state.ledger()
  return {
    text: Y.encodeStateAsUpdate(state.text),
    acts: [...state.acts],
    engrossed: new Map(state.engrossed),
    head: { size: tree.size, root: tree.root() },
    present,
  }
}
