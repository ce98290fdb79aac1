import { useState } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { useFloor } from '../floor.tsx'

/** Whether the whole text is read, or the clause where one stands and nothing else. */
export interface Only {
  readonly clause: BlockId | null
  readonly narrow: (isNarrow: boolean) => void
  readonly shows: (block: { readonly id: BlockId }) => boolean
}

export function useOnly(): Only {
  const { selected } = useFloor()
  const [isNarrow, narrow] = useState(false)
  const clause = isNarrow ? selected : null
  return { clause, narrow, shows: ({ id }) => clause === null || id === clause }
}
