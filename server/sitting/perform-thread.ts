import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'
import { subjectOf } from './subject.ts'

export function comment({ state, record, command }: Case<'comment.make'>): Deed | Refusal {
  const on = subjectOf(state, record, command.on)
  if (isRefusal(on)) return on
  const thread = `t${Object.keys(record.threads).length + 1}`
  return { step: { kind: 'comment made', thread, on, words: command.words }, answer: { thread } }
}

/** A resolved thread must be reopened before anybody replies: otherwise the reply would go unseen. */
export function reply({ record, command }: Case<'comment.reply'>): Deed | Refusal {
  const { thread, words } = command
  const found = record.threads[thread]
  if (!found) return refuse('thread/unknown')
  if (found.resolved) return refuse('thread/resolved')
  return { step: { kind: 'comment replied to', thread, words }, answer: { thread } }
}

export function resolve({ record, command }: Case<'thread.resolve'>): Deed | Refusal {
  const { thread, resolved } = command
  const found = record.threads[thread]
  if (!found) return refuse('thread/unknown')
  if ((found.resolved !== null) === resolved) return { step: null, answer: { thread } }
  return { step: { kind: 'thread resolved', thread, resolved }, answer: { thread } }
}
