import { useMemo } from 'react'
import { type Edits, NO_EDITS } from '../../../shared/edits.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { type Draft, wordingInForce } from '../../../shared/record.ts'
import { isInForce, parentOf } from '../../../shared/subamendment.ts'

/** The wording that a draft amends, by its characters; nothing for a draft of an amendment to the text. */
export function useAmended({ record, effects }: RoomView, draft: Draft | null): Edits {
  const amends = draft?.amends
  const parent = amends ? parentOf(record, { amends }) : null
  const lost = parent ? effects[parent.id]?.lost : undefined
  return useMemo(() => {
    if (!parent || !amends || !isInForce(parent, amends)) return NO_EDITS
    const { hunks, added } = wordingInForce(parent).edits
    const places = new Set(lost?.map(placeOf))
    return { hunks: hunks.filter((hunk) => !places.has(placeOf(hunk))), added }
  }, [parent, amends, lost])
}

const placeOf = ({ clause, from }: { readonly clause: string; readonly from: number }): string =>
  `${clause} ${from}`
