import { common } from './en.common.ts'
import { declarations, enter, people } from './en.enter.ts'
import { refusals } from './en.refusals.ts'
import { room } from './en.room.ts'

export const en = { common, enter, declarations, people, refusals, room }

/** What every language must say. */
export type Messages = typeof en
