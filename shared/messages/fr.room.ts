import type { room as english } from './en.room.ts'

export const room: typeof english = {}
