import type { Messages } from './en.ts'
import { access, trail } from './fr.access.ts'
import { amending } from './fr.amending.ts'
import { common } from './fr.common.ts'
import { desk } from './fr.desk.ts'
import { declarations, enter, people } from './fr.enter.ts'
import { follow } from './fr.follow.ts'
import { acts, endorse, roll, versions } from './fr.record.ts'
import { refusals } from './fr.refusals.ts'
import { room } from './fr.room.ts'

export const fr: Messages = {
  access,
  acts,
  amending,
  common,
  declarations,
  desk,
  endorse,
  enter,
  follow,
  people,
  refusals,
  roll,
  room,
  trail,
  versions,
}
