import { useMessages } from '../i18n.tsx'
import type { DraftState } from '../sync/draftRoom.ts'
import { useAttendance } from './floor.tsx'

/** Whether what one typed is on the server's disk; never said before it is so. */
export function SaveLine({
  draft,
  isEcho = false,
}: {
  readonly draft: DraftState | null
  /** Shown a second time, where a narrow screen hides the first: not spoken twice. */
  readonly isEcho?: boolean
}) {
  const state = useAttendance()
  const { room } = useMessages()
  const { words, tone } = lineOf()
  return (
    <span
      className={`save-line save-${tone}${isEcho ? ' save-echo' : ''}`}
      {...(isEcho ? { 'aria-hidden': true } : { role: 'status' })}
    >
      <span className="save-sign" aria-hidden="true" />
      {words}
    </span>
  )

  function lineOf(): { words: string; tone: 'good' | 'busy' | 'away' } {
    const { status } = room
    if (state.status === 'refused') return { words: status.refused, tone: 'away' }
    if (draft?.is === 'offline' || state.status === 'offline') {
      if (!draft || !('unsaved' in draft) || draft.unsaved === 0)
        return { words: state.isDiskFull ? status.diskFull : status.offline, tone: 'away' }
      const { kept, unsaved } = draft
      if (state.isDiskFull) return { words: status.diskFullUnsent(unsaved), tone: 'away' }
      return { words: kept ? status.offlineKept(unsaved) : status.offlineInTab(unsaved), tone: 'away' }
    }
    if (state.status === 'connecting' || draft?.is === 'asking pen' || draft?.is === 'syncing') {
      return { words: status.connecting, tone: 'busy' }
    }
    if (draft?.is === 'open' && draft.unsaved > 0) return { words: status.saving, tone: 'busy' }
    return { words: status.saved, tone: 'good' }
  }
}
