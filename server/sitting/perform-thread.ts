import type { Subject } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'

export function comment({ record, command }: Case<'comment.make'>): Deed | Refusal {
  const on: Subject = command.on
  if ('clause' in on && !record.clauses[on.clause]) return refuse('clause/unknown')
  if ('amendment' in on && !record.amendments[on.amendment]) return refuse('amendment/unknown')
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
