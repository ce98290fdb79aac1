import { useRef } from 'react'
import type { Act } from '../../../shared/act.ts'
import { openCheckpoint } from '../../../shared/checkpoint.ts'
import { leafOf, Tree } from '../../../shared/ledger.ts'
import type { Watched } from '../../witness/declarationWitness.ts'

/**
 * Whether the acts that the server lists are those under its seal: what this page shows of the past rests on them. Null
 * while that can't be told yet.
 */
export function useSealed(acts: readonly Act[], { finding }: Watched): boolean | null {
  // Grows with the acts, which only ever follow those that were there.
  const tree = useRef(new Tree())
  for (const act of acts.slice(tree.current.size)) tree.current.add(leafOf(act))
  const head = finding?.is === 'agrees' ? openCheckpoint(finding.shown)?.head : undefined
  if (!head || head.size > tree.current.size) return null
  return tree.current.root(head.size) === head.root
}
