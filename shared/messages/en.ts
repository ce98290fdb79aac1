import { common } from './en.common.ts'
import { refusals } from './en.refusals.ts'
import { room } from './en.room.ts'

export const en = { common, refusals, room }

/** What every language must say. */
export type Messages = typeof en
