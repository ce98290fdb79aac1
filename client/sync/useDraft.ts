import { useEffect, useSyncExternalStore } from 'react'
import type { PenGiven } from '../../shared/api.ts'
import type { CapacityId, DeclarationId, DraftId } from '../../shared/ids.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { getPen } from '../api/api.ts'
import { isFailure } from '../api/failure.ts'
import { briefcase } from './briefcase.ts'
import { DraftRoom, type DraftState } from './draftRoom.ts'
import { type SetAside, type Tray, trayOf } from './tray.ts'

const rooms = new Map<string, DraftRoom>()

function draftRoomOf(declaration: DeclarationId, capacity: CapacityId, draft: DraftId): DraftRoom {
  const key = `${capacity}/${declaration}/${draft}`
  const open = rooms.get(key)
  if (open) return open
  const desk = {
    tray: trayOf(declaration, capacity),
    briefcase: briefcase(),
    askPen: () => askPen(declaration, draft, capacity),
    now: () => new Date().toISOString(),
  }
  const room = new DraftRoom({ declaration, draft, capacity }, desk, () => rooms.delete(key))
  rooms.set(key, room)
  return room
}

/** Rejects while the server can't be reached or is not itself: the room asks again later. */
async function askPen(
  declaration: DeclarationId,
  draft: DraftId,
  capacity: CapacityId,
): Promise<PenGiven | Refusal> {
  const answer = await getPen(declaration, capacity, draft)
  if (!isFailure(answer)) return answer
  if (answer.refused === 'network' || answer.refused.startsWith('server/')) throw new Error(answer.detail)
  return refuse(answer.refused, answer.about)
}

const nothing = { watch: () => () => {}, get: () => null }

/** The draft, open for writing in this tab; null where no draft is chosen. */
export function useDraft(
  declaration: DeclarationId,
  capacity: CapacityId,
  draft: DraftId | null,
): DraftState | null {
  const room = draft === null ? nothing : draftRoomOf(declaration, capacity, draft)
  return useSyncExternalStore<DraftState | null>(room.watch, room.get)
}

/**
 * Once the room can be reached: opens every draft of which this device keeps unsent words, so that they are sent, or
 * set aside where the draft is closed. The one in the editor is among them.
 */
export function useUnsentDrafts(declaration: DeclarationId, capacity: CapacityId, reached: boolean): void {
  useEffect(() => {
    if (!reached) return
    void briefcase()
      .drafts(declaration, capacity)
      .then((drafts) => {
        for (const draft of drafts) draftRoomOf(declaration, capacity, draft)
      })
  }, [declaration, capacity, reached])
}

export function useTray(
  declaration: DeclarationId,
  capacity: CapacityId,
): { readonly tray: Tray; readonly entries: readonly SetAside[] } {
  const tray = trayOf(declaration, capacity)
  return { tray, entries: useSyncExternalStore(tray.watch, tray.get) }
}
