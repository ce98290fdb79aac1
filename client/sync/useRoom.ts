import { useSyncExternalStore } from 'react'
import type { CapacityId, DeclarationId } from '../../shared/ids.ts'
import { type RoomState, roomOf } from './declarationRoom.ts'

export type { RoomState } from './declarationRoom.ts'

/** The declaration, live. Pages that ask for the same one share a socket. */
export function useRoom(declaration: DeclarationId, capacity: CapacityId): RoomState {
  const room = roomOf(declaration, capacity)
  return useSyncExternalStore(room.watch, room.get)
}
