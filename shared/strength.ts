import { applyHunks, type Edits } from './edits.ts'
import type { BlockId } from './ids.ts'
import { openingLength } from './opening.ts'
import { SCALES } from './scales.ts'

/** What becomes of a commitment whose opening is changed; `changed` where nobody can say which binds more. */
export type Strength = 'stronger' | 'weaker' | 'changed'

export interface OpeningChange {
  readonly clause: BlockId
  readonly was: string
  readonly now: string
  readonly strength: Strength
}

/** Where the edits of a text give a clause another opening: "calls upon" → "urges". Delegations look for exactly that. */
export function openingChanges(
  edits: Edits,
  texts: ReadonlyMap<BlockId, string>,
  language: string,
): OpeningChange[] {
  return [...new Set(edits.hunks.map(({ clause }) => clause))].flatMap((clause) => {
    const text = texts.get(clause) ?? ''
    const hunks = edits.hunks.filter((hunk) => hunk.clause === clause)
    const was = openingOf(text, language)
    const now = openingOf(applyHunks(text, hunks), language)
    if (was === '' || now === '' || same(was, now, language)) return []
    return [{ clause, was, now, strength: strengthOf(was, now, language) }]
  })
}

/** How the second opening binds, beside the first. */
export function strengthOf(was: string, now: string, language: string): Strength {
  for (const scale of SCALES[language.slice(0, 2)] ?? []) {
    const rank = (opening: string) => scale.findIndex((row) => row.some((it) => same(it, opening, language)))
    const [before, after] = [rank(was), rank(now)]
    if (before >= 0 && after >= 0 && before !== after) return after > before ? 'stronger' : 'weaker'
  }
  return 'changed'
}

const openingOf = (text: string, language: string): string => text.slice(0, openingLength(text, language))

const same = (a: string, b: string, language: string): boolean =>
  a.toLocaleLowerCase(language) === b.toLocaleLowerCase(language)
