/** The words of a text in another language, before they are laid: one for each clause. */
export interface Rendering {
  readonly title: string
  readonly clauses: readonly string[]
}

export const NO_WORDS: Rendering = { title: '', clauses: [] }

/** Whether every clause has its words. */
export const areComplete = ({ title, clauses }: Rendering, count: number): boolean =>
  count > 0 && title.trim() !== '' && clauses.length === count && clauses.every((it) => it.trim() !== '')

/** As many as the text has clauses; of too many, what is left over stands in the last one, for somebody to see to. */
export function fitted(clauses: readonly string[], count: number): readonly string[] {
  if (clauses.length > count) return [...clauses.slice(0, count - 1), clauses.slice(count - 1).join('\n')]
  return [...clauses, ...Array.from({ length: count - clauses.length }, () => '')]
}

/** With other words for one clause. */
export const withClause = (
  { title, clauses }: Rendering,
  place: number,
  words: string,
  count: number,
): Rendering => ({
  title,
  clauses: fitted(clauses, count).map((it, at) => (at === place ? words : it)),
})
