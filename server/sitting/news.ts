import type { DelegationCode, DraftId } from '../../shared/ids.ts'

/** Drafts that were opened and closed, the updates that moved the open ones, and whose notes changed. */
export interface News {
  readonly opened: Set<DraftId>
  readonly closed: Set<DraftId>
  readonly written: Map<DraftId, Uint8Array[]>
  /** Delegations whose notes changed. */
  readonly noted: Set<DelegationCode>
}

export const noNews = (): News => ({
  opened: new Set(),
  closed: new Set(),
  written: new Map(),
  noted: new Set(),
})
