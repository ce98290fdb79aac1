import { anchorOf } from '../../shared/anchor.ts'
import type { Command } from '../../shared/command.ts'
import type { Record, Subject } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { State } from './state.ts'

type Said = Extract<Command, { do: 'comment.make' }>['on']

/** What a comment or a note hangs on; the words that it quotes are looked for in the text as it stands. */
export function subjectOf(state: State, record: Record, on: Said): Subject | Refusal {
  if ('amendment' in on) return record.amendments[on.amendment] ? on : refuse('amendment/unknown')
  const { clause, quote, at } = on
  if (!record.clauses[clause]) return refuse('clause/unknown')
  const anchor = quote === null ? [] : anchorOf(state.text, clause, quote, at ?? 0)
  return anchor.length > 0 ? { clause, quote, anchor } : { clause, quote }
}
