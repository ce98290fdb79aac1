import * as Y from 'yjs'
import type { AmendmentId, DelegationCode } from './ids.ts'
import type { Draft } from './record.ts'
import { cloneText } from './text.ts'

/**
 * A draft is a fork of the text: the same item ids, its own words on top. It starts with the words of some
 * amendments where it revises one or seeks a compromise.
 */
export function fork(text: Y.Doc, engrossed: readonly Uint8Array[] = []): Y.Doc {
  const draft = cloneText(text)
  for (const update of engrossed) Y.applyUpdate(draft, update)
  return draft
}

export const isMember = (draft: Draft, delegation: DelegationCode | null): boolean =>
  delegation !== null && (draft.delegation === delegation || draft.members.includes(delegation))

/** The amendments whose words a draft begins with. */
export const startsWith = ({
  from,
  alternatives = [],
}: Pick<Draft, 'from' | 'alternatives'>): AmendmentId[] => from.filter((id) => !alternatives.includes(id))
