import { voiceOf } from '../../shared/delegation.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'
import { subjectOf } from './subject.ts'

/** Of one delegation: all of them are sent to whoever joins for it. */
const MOST_NOTES = 500

export function makeNote({ state, record, command, by }: Case<'note.make'>): Deed | Refusal {
  const on = subjectOf(state, record, command.on)
  if (isRefusal(on)) return on
  const delegation = voiceOf(by) ?? ''
  const own = [...state.notes.values()].filter((note) => note.delegation === delegation)
  if (own.length >= MOST_NOTES) return refuse('note/too-many', { most: MOST_NOTES })
  const note = `n${state.lastNote + 1}`
  return { step: { kind: 'note made', note, delegation, on, words: command.words }, answer: { note } }
}

/** Whoever speaks for the delegation may. That another has a note of this number is told to nobody. */
export function removeNote({ state, command, by }: Case<'note.remove'>): Deed | Refusal {
  const found = state.notes.get(command.note)
  if (!found || found.delegation !== voiceOf(by)) return refuse('note/unknown')
  return { step: { kind: 'note removed', note: found.id, delegation: found.delegation } }
}
