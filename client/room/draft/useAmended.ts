import { useMemo } from 'react'
import { wordingInForce } from '../../../shared/amendment.ts'
import { type Edits, movesOf, NO_EDITS, withMoves } from '../../../shared/edits.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import type { Draft } from '../../../shared/record.ts'
import { isInForce, parentOf } from '../../../shared/subamendment.ts'

/** The wording that a draft amends, by its characters; nothing for a draft of an amendment to the text. */
export function useAmended({ record, effects }: RoomView, draft: Draft | null): Edits {
  const amends = draft?.amends
  const parent = amends ? parentOf(record, { amends }) : null
  const { lost, lostMoves } = (parent && effects[parent.id]) || {}
  return useMemo(() => {
    if (!parent || !amends || !isInForce(parent, amends)) return NO_EDITS
    const { edits } = wordingInForce(parent)
    const places = new Set(lost?.map(placeOf))
    const late = new Set(lostMoves?.map(({ clause }) => clause))
    return {
      hunks: edits.hunks.filter((hunk) => !places.has(placeOf(hunk))),
      added: edits.added,
      ...withMoves(movesOf(edits).filter(({ clause }) => !late.has(clause))),
    }
  }, [parent, amends, lost, lostMoves])
}

const placeOf = ({ clause, from }: { readonly clause: string; readonly from: number }): string =>
  `${clause} ${from}`
