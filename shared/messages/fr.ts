import type { Messages } from './en.ts'
import { access, trail } from './fr.access.ts'
import { amending } from './fr.amending.ts'
import { account, compromise, confirming, groups, order } from './fr.bargain.ts'
import { certificate } from './fr.certificate.ts'
import { common } from './fr.common.ts'
import { desk } from './fr.desk.ts'
import { documents } from './fr.documents.ts'
import { endorse, opening, signing } from './fr.endorsing.ts'
import { declarations, enter, people } from './fr.enter.ts'
import { follow } from './fr.follow.ts'
import { hands } from './fr.hands.ts'
import { ledger } from './fr.ledger.ts'
import { moving } from './fr.moving.ts'
import { acts, provenance, versions } from './fr.record.ts'
import { refusals } from './fr.refusals.ts'
import { replay } from './fr.replay.ts'
import { roll } from './fr.roll.ts'
import { room } from './fr.room.ts'
import { screen } from './fr.screen.ts'
import { silence } from './fr.silence.ts'

export const fr: Messages = {
  access,
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
  trail,
  versions,
}
