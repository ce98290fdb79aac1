import { useMemo } from 'react'
import type { Base } from '../../shared/amendment.ts'
import { amendedBlocks } from '../../shared/subamendment.ts'
import type { Block } from '../../shared/text.ts'
import { useFloor, useProposed } from './floor.tsx'

/** What is amended: the text, or the text as the amendment that is amended would leave it. */
export function useBase(amends: Base | null | undefined): readonly Block[] {
  const { blocks } = useFloor()
  const { proposals } = useProposed()
  const parent = amends ? proposals.find(({ id }) => id === amends.amendment)?.edits : undefined
  return useMemo(() => (parent ? amendedBlocks(blocks, parent) : blocks), [blocks, parent])
}
