import type { Actor } from '../../shared/actor.ts'
import type { Command } from '../../shared/command.ts'
import { deedOf } from '../../shared/command.ts'
import type { Instant } from '../../shared/ids.ts'
import { may, mayEver } from '../../shared/policy.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { type Case, type Deed, NOTHING_ASIDE } from './deed.ts'
import { table, withdraw } from './perform-amendment.ts'
import { carryOver } from './perform-carry.ts'
import { answer, openCompromise, put } from './perform-compromise.ts'
import { adopt, openConsolidation } from './perform-consolidation.ts'
import { decide, mark } from './perform-decision.ts'
import { discard, open, share } from './perform-draft.ts'
import { endorse, withdrawEndorsement } from './perform-endorsement.ts'
import { incorporate } from './perform-incorporate.ts'
import { layLanguage } from './perform-language.ts'
import { makeNote, removeNote, replyToNote } from './perform-note.ts'
import { closeAddendum, listSignatories, openEndorsement } from './perform-opening.ts'
import { recordPaper, settlePaper } from './perform-paper.ts'
import { confirm, dissolve, optOut, position } from './perform-position.ts'
import { order, tie } from './perform-rivals.ts'
import { publishRoll } from './perform-roll.ts'
import { showOnScreen } from './perform-screen.ts'
import { breakSilence, cancel, extend, openSilence, see } from './perform-silence.ts'
import { cosponsor, invite, takeUp } from './perform-sponsors.ts'
import { move } from './perform-stage.ts'
import { comment, reply, resolve } from './perform-thread.ts'
import { issue, restore, versionBefore } from './perform-version.ts'
import type { State } from './state.ts'

/**
 * Judges a command: a deed or a refusal, changing nothing. So a mistake of ours in judging costs nobody but the one
 * who commands; thrown, it would end the sitting for everybody.
 */
export function judge(
  state: State,
  record: Record,
  command: Command,
  by: Actor,
  at: Instant,
  aside = NOTHING_ASIDE,
): Deed | Refusal {
  const deed = deedOf(command)
  if (!mayEver(by.role, deed)) return refuse('policy/role', { role: by.role })
  if (!may(by.role, deed, record.stage)) return refuse('policy/stage', { stage: record.stage })
  try {
    const around = { state, record, by, at, aside }
    const judged = judges(command, around)
    return isRefusal(judged) ? judged : preceded(judged, around)
  } catch (fault) {
    return refuse('server/fault', { why: fault instanceof Error ? fault.message : String(fault) })
  }
}

type Circumstances = Omit<Case, 'command'>

/** What has to be frozen before it goes first, in the same turn. */
function preceded(deed: Deed, around: Circumstances): Deed {
  const first = deed.step && versionBefore(deed.step, around)
  return first ? { ...deed, first } : deed
}

function judges(command: Command, around: Circumstances): Deed | Refusal {
  switch (command.do) {
    case 'draft.open':
      return command.carries === null
        ? open({ ...around, command })
        : carryOver({ ...around, command }, command.carries)
    case 'draft.share':
      return share({ ...around, command })
    case 'draft.discard':
      return discard({ ...around, command })
    case 'consolidation.open':
      return openConsolidation({ ...around, command })
    case 'consolidation.adopt':
      return adopt({ ...around, command })
    case 'amendment.table':
      return table({ ...around, command })
    case 'amendment.withdraw':
      return withdraw({ ...around, command })
    case 'amendment.takeup':
      return takeUp({ ...around, command })
    case 'amendment.invite':
      return invite({ ...around, command })
    case 'amendment.cosponsor':
      return cosponsor({ ...around, command })
    case 'amendment.incorporate':
      return incorporate({ ...around, command })
    case 'amendment.position':
      return position({ ...around, command })
    case 'amendment.optout':
      return optOut({ ...around, command })
    case 'amendment.order':
      return order({ ...around, command })
    case 'amendment.tie':
      return tie({ ...around, command })
    case 'compromise.open':
      return openCompromise({ ...around, command })
    case 'compromise.put':
      return put({ ...around, command })
    case 'compromise.answer':
      return answer({ ...around, command })
    case 'clause.confirm':
      return confirm({ ...around, command })
    case 'amendment.decide':
      return decide({ ...around, command })
    case 'clause.mark':
      return mark({ ...around, command })
    case 'comment.make':
      return comment({ ...around, command })
    case 'comment.reply':
      return reply({ ...around, command })
    case 'thread.resolve':
      return resolve({ ...around, command })
    case 'note.make':
      return makeNote({ ...around, command })
    case 'note.reply':
      return replyToNote({ ...around, command })
    case 'note.remove':
      return removeNote({ ...around, command })
    case 'group.dissolve':
      return dissolve({ ...around, command })
    case 'screen.show':
      return showOnScreen({ ...around, command })
    case 'version.issue':
      return issue({ ...around, command })
    case 'version.restore':
      return restore({ ...around, command })
    case 'stage.move':
      return move({ ...around, command })
    case 'silence.open':
      return openSilence({ ...around, command })
    case 'silence.see':
      return see({ ...around, command })
    case 'silence.break':
      return breakSilence({ ...around, command })
    case 'silence.extend':
      return extend({ ...around, command })
    case 'silence.cancel':
      return cancel({ ...around, command })
    case 'language.lay':
      return layLanguage({ ...around, command })
    case 'signatories.list':
      return listSignatories({ ...around, command })
    case 'endorsement.open':
      return openEndorsement({ ...around, command })
    case 'roll.publish':
      return publishRoll({ ...around, command })
    case 'addendum.close':
      return closeAddendum({ ...around, command })
    case 'text.endorse':
      return endorse({ ...around, command })
    case 'endorsement.withdraw':
      return withdrawEndorsement({ ...around, command })
    case 'paper.record':
      return recordPaper({ ...around, command })
    case 'paper.settle':
      return settlePaper({ ...around, command })
  }
}
