import type { AccountEntry, Place } from './account.ts'
import type { AmendmentId } from './ids.ts'

/** The entries of each amendment, in the order of the account. */
export function byAmendment(
  entries: readonly AccountEntry[],
): readonly (readonly [AmendmentId, readonly AccountEntry[]])[] {
  const all = new Map<AmendmentId, AccountEntry[]>()
  for (const entry of entries) {
    const own = all.get(entry.amendment)
    if (own) own.push(entry)
    else all.set(entry.amendment, [entry])
  }
  return [...all]
}

/** The places in which there are words. */
export const placesIn = (entries: readonly AccountEntry[]): readonly Place[] => [
  ...new Set(entries.map(({ place }) => place)),
]
