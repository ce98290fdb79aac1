import { access, trail } from './en.access.ts'
import { amending } from './en.amending.ts'
import { account, compromise, confirming, groups, order } from './en.bargain.ts'
import { certificate } from './en.certificate.ts'
import { common } from './en.common.ts'
import { desk } from './en.desk.ts'
import { documents } from './en.documents.ts'
import { endorse, opening, signing } from './en.endorsing.ts'
import { declarations, enter, people } from './en.enter.ts'
import { follow } from './en.follow.ts'
import { hands } from './en.hands.ts'
import { ledger } from './en.ledger.ts'
import { moving } from './en.moving.ts'
import { acts, provenance, versions } from './en.record.ts'
import { refusals } from './en.refusals.ts'
import { replay } from './en.replay.ts'
import { roll } from './en.roll.ts'
import { room } from './en.room.ts'
import { screen } from './en.screen.ts'
import { silence } from './en.silence.ts'

export const en = {
  access,
  trail,
  account,
  acts,
  amending,
  certificate,
  common,
  compromise,
  confirming,
  declarations,
  desk,
  documents,
  endorse,
  enter,
  follow,
  groups,
  opening,
  order,
  hands,
  ledger,
  moving,
  people,
  provenance,
  refusals,
  roll,
  replay,
  room,
  screen,
  signing,
  silence,
  versions,
}

/** What every language must say. */
export type Messages = typeof en
