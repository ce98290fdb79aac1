import type { Edits } from '../../../shared/edits.ts'
import { type Id, type Range, Sight } from '../../../shared/items.ts'
import { type Standing, standing } from '../../../shared/standing.ts'

/** What is left of a rival once `accepted` is in the text. Both are told against the text as it stands now. */
export function fateOf(rival: Edits, accepted: Edits): Standing {
  const gone = new Set(accepted.hunks.flatMap((hunk) => hunk.gone.flatMap(idsOf)).map(String))
  const named = rival.hunks.flatMap(({ gone: own, left, right }) => [
    ...own.flatMap(idsOf),
    ...[left, right].filter((id) => id !== null),
  ])
  const unique = new Map(named.map((id) => [String(id), id]))
  const after = [...unique].map(([key, [client, clock]]): [Range, boolean] => [
    [client, clock, 1],
    !gone.has(key),
  ])
  return standing(rival, Sight.from(after))
}

const idsOf = ([client, clock, length]: Range): Id[] =>
  Array.from({ length }, (_, offset) => [client, clock + offset])
