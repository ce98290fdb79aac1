import { isEmpty } from '../../shared/edits.ts'
import { wordingHash } from '../../shared/engross.ts'
import { type AmendmentId, CHAIR, SECRETARIAT } from '../../shared/ids.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { alternativesAmong } from './alternatives.ts'
import type { Case, Deed } from './deed.ts'
import { engrossedFrom, labelsFor, nextAmendment } from './numbers.ts'
import { faultOfWords, findDraft, opened, ownDraft } from './perform-draft.ts'

/** The secretariat's own draft, which the chair may write in too. One at a time. */
export function openConsolidation({
  state,
  record,
  command,
  at,
}: Case<'consolidation.open'>): Deed | Refusal {
  const unfinished = findDraft(record, SECRETARIAT, 'consolidation', null)
  if (unfinished) return { step: null, answer: { draft: unfinished.id } }
  const from = [...new Set(command.from)]
  const fault = faultOfWords(record, from)
  if (fault) return fault
  return opened({
    id: state.nextDraft(),
    kind: 'consolidation',
    delegation: SECRETARIAT,
    members: [CHAIR],
    sharing: 'private',
    revises: null,
    from,
    ...alternativesAmong(state, record, from),
    opened: at,
  })
}

/** What the secretariat consolidated enters the text at a stroke, engrossed like any amendment. */
export function adopt({ state, record, command, by }: Case<'consolidation.adopt'>): Deed | Refusal {
  const draft = ownDraft(record, command.draft, by)
  if (isRefusal(draft)) return draft
  if (draft.kind !== 'consolidation') return refuse('draft/unknown')
  const typed = state.draftEdits(draft.id)
  if (isEmpty(typed)) return refuse('draft/empty')
  const { edits, pen, engrossed } = engrossedFrom(state, state.text, typed)
  const amendment = nextAmendment(record, SECRETARIAT)
  const supersedes = pendingAmong(record, draft.from)
  return {
    step: {
      kind: 'consolidation adopted',
      amendment,
      draft: draft.id,
      wording: wordingHash(edits),
      edits,
      pen,
      note: command.note,
      labels: labelsFor(state, record, engrossed),
      ...(supersedes.length > 0 ? { supersedes } : {}),
    },
    engrossed,
    answer: { amendment },
  }
}

/** What was decided or withdrawn in the meantime gives way to nothing more. */
const pendingAmong = ({ amendments }: Record, ids: readonly AmendmentId[]): AmendmentId[] =>
  ids.filter((id) => amendments[id]?.state === 'pending')
