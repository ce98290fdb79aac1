import * as Y from 'yjs'
import { wordingInForce } from '../../shared/amendment.ts'
import type { DelegationCode, Pen } from '../../shared/ids.ts'
import type { DeclarationSource } from '../documents/source.ts'
import type { State } from './state.ts'

/** Taken between two turns: it copies bytes and lists, and reads nothing of them. */
export function sourceOf(state: State, present: readonly DelegationCode[]): DeclarationSource {
  const tree = state.ledger()
  return {
    text: Y.encodeStateAsUpdate(state.text),
    acts: [...state.acts],
    engrossed: new Map([...state.earlier, ...inForce(state)]),
    head: { size: tree.size, root: tree.root() },
    present,
  }
}

const inForce = ({ record, engrossed }: State): [Pen, Uint8Array][] =>
  [...engrossed].flatMap(([id, bytes]): [Pen, Uint8Array][] => {
    const amendment = record?.amendments[id]
    return amendment ? [[wordingInForce(amendment).pen, bytes]] : []
  })
