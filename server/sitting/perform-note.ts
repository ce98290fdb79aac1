import type { Actor } from '../../shared/actor.ts'
import { voiceOf } from '../../shared/delegation.ts'
import type { Note } from '../../shared/note.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'
import type { State } from './state.ts'
import { subjectOf } from './subject.ts'

/** Of one delegation: all of them are sent to whoever joins for it. */
const MOST_NOTES = 500

export function makeNote({ state, record, command, by }: Case<'note.make'>): Deed | Refusal {
  const on = subjectOf(state, record, command.on)
  if (isRefusal(on)) return on
  return made(state, by, { on, words: command.words })
}

/** It hangs where the note hangs that began. */
export function replyToNote({ state, command, by }: Case<'note.reply'>): Deed | Refusal {
  const found = ownNote(state, command.note, by)
  if (isRefusal(found)) return found
  return made(state, by, { on: found.on, to: found.to ?? found.id, words: command.words })
}

/** Whoever speaks for the delegation may. */
export function removeNote({ state, command, by }: Case<'note.remove'>): Deed | Refusal {
  const found = ownNote(state, command.note, by)
  if (isRefusal(found)) return found
  return { step: { kind: 'note removed', note: found.id, delegation: found.delegation } }
}

function made(state: State, by: Actor, said: Pick<Note, 'on' | 'to' | 'words'>): Deed | Refusal {
  const delegation = voiceOf(by) ?? ''
  const own = state.notes.of(delegation)
  if (own.length >= MOST_NOTES) return refuse('note/too-many', { most: MOST_NOTES })
  const note = `n${state.notes.last + 1}`
  return { step: { kind: 'note made', note, delegation, ...said }, answer: { note } }
}

/** That another delegation has a note of this number is told to nobody. */
function ownNote(state: State, id: string, by: Actor): Note | Refusal {
  const found = state.notes.get(id)
  return found && found.delegation === voiceOf(by) ? found : refuse('note/unknown')
}
