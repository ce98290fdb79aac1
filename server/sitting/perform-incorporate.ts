import type { Step } from '../../shared/act.ts'
import type { NewWording } from '../../shared/act-amendment.ts'
import { type Amendment, wordingInForce } from '../../shared/amendment.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { wordingHash } from '../../shared/engross.ts'
import { incorporated } from '../../shared/incorporation.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Remains } from '../../shared/remains.ts'
import { parentOf } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { pending } from './perform-amendment.ts'
import type { State } from './state.ts'

/** A friendly sub-amendment: the sponsor itself takes exactly these words in, and the desk needs not decide on them. */
export function incorporate({ state, record, command, by }: Case<'amendment.incorporate'>): Deed | Refusal {
  const sub = pending(record, command.amendment)
  if (isRefusal(sub)) return sub
  const parent = parentOf(record, sub)
  if (!parent) return refuse('amendment/no-sub')
  if (parent.sponsor !== voiceOf(by)) return refuse('amendment/not-yours')
  if (wordingInForce(sub).wording !== command.wording) return refuse('amendment/other-wording')
  return takenIn(state, { sub, parent, note: '' })
}

/** The sub-amendment is accepted, and its parent has a new wording: by its sponsor's will or by the desk's decision. */
export function takenIn(
  state: State,
  { sub, parent, note }: { readonly sub: Amendment; readonly parent: Amendment; readonly note: string },
): Deed | Refusal {
  const { update, lost, lostMoves }: Remains = state.remainsOf(sub)
  const own = state.remainsOf(parent).update
  if (!update || !own) return refuse('amendment/overtaken')
  const { edits, engrossed } = incorporated(state.text, state.sight(), own, update)
  const given: NewWording = {
    ...{ amendment: parent.id, revision: parent.revisions.length + 1 },
    ...{ wording: wordingHash(edits), edits },
  }
  const step: Step = {
    ...{ kind: 'amendment accepted', amendment: sub.id, wording: wordingInForce(sub).wording },
    ...{ note, labels: {}, lost, parent: given },
    ...(lostMoves.length > 0 ? { lostMoves } : {}),
  }
  return { step, engrossed }
}
