import type { AmendmentId } from '../../shared/ids.ts'
import type { Draft, Record } from '../../shared/record.ts'
import { rivals } from '../../shared/rivals.ts'
import { readText } from '../../shared/text.ts'
import type { State } from './state.ts'

/**
 * Which of the amendments that a draft of the desk is made of can't have their way together: their words would run into
 * each other, so the draft begins without them. What carries an amendment to another is no part of the text either.
 */
export function alternativesAmong(
  state: State,
  { amendments }: Record,
  from: readonly AmendmentId[],
): Pick<Draft, 'alternatives'> {
  const texts = new Map(readText(state.text).map(({ id, text }) => [id, text]))
  const all = from.flatMap((id) => {
    const amendment = amendments[id]
    return amendment ? [{ id, edits: state.effectOf(amendment).edits }] : []
  })
  const alternatives = all
    .filter((a) => all.some((b) => a.id !== b.id && rivals(texts, a.edits, b.edits).length > 0))
    .map(({ id }) => id)
  return alternatives.length > 0 ? { alternatives } : {}
}
