import { Badge } from '../design/parts/Badge.tsx'
import { useMessages } from '../i18n.tsx'
import type { DraftState } from '../sync/draftRoom.ts'
import { useFloor } from './floor.tsx'
import { Present } from './Present.tsx'

/** Stage, who is here, and whether what one typed is on the server's disk. */
export function RoomStatus({ draft }: { readonly draft: DraftState | null }) {
  const { common } = useMessages()
  const { view } = useFloor()
  return (
    <>
      <Badge tone="accent">{common.stages[view.record.stage]}</Badge>
      <Present />
      <SaveLine draft={draft} />
    </>
  )
}

function SaveLine({ draft }: { readonly draft: DraftState | null }) {
  const { room: state } = useFloor()
  const { room } = useMessages()
  const { words, tone } = lineOf()
  return (
    <span className={`save-line save-${tone}`} role="status">
      <span className="save-sign" aria-hidden="true" />
      {words}
    </span>
  )

  function lineOf(): { words: string; tone: 'good' | 'busy' | 'away' } {
    const { status } = room
    if (state.status === 'refused') return { words: status.refused, tone: 'away' }
    if (draft?.is === 'offline' || state.status === 'offline') {
      const unsent = draft && 'unsaved' in draft ? draft.unsaved : 0
      return { words: unsent > 0 ? status.offlineUnsent(unsent) : status.offline, tone: 'away' }
    }
    if (state.status === 'connecting' || draft?.is === 'asking pen' || draft?.is === 'syncing') {
      return { words: status.connecting, tone: 'busy' }
    }
    if (draft?.is === 'open' && draft.unsaved > 0) return { words: status.saving, tone: 'busy' }
    return { words: status.saved, tone: 'good' }
  }
}
