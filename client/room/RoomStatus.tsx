import { Badge } from '../design/parts/Badge.tsx'
import { useMessages } from '../i18n.tsx'
import type { DraftState } from '../sync/draftRoom.ts'
import { useFloor } from './floor.tsx'
import { Present } from './Present.tsx'
import { SaveLine } from './SaveLine.tsx'

/** Stage, who is here, and whether what one typed is on the server's disk. */
export function RoomStatus({ draft }: { readonly draft: DraftState | null }) {
  const { common } = useMessages()
  const { record } = useFloor()
  return (
    <>
      <Badge tone="accent">{common.stages[record.stage]}</Badge>
      <Present />
      <SaveLine draft={draft} />
    </>
  )
}
