import type { Messages } from './en.ts'
import { common } from './fr.common.ts'
import { declarations, enter, people } from './fr.enter.ts'
import { refusals } from './fr.refusals.ts'
import { room } from './fr.room.ts'

export const fr: Messages = { common, enter, declarations, people, refusals, room }
