/** What a Word file says beside the text: in its head, and in the margin. */
export const word = {
  views: {
    text: '',
    compilation: 'Compilation of proposals',
    amended: (ids: string) => `As amended by ${ids}`,
    comparison: (from: string, to: string) => `Changes from ${from} to ${to}`,
    comparisonToNow: (from: string, day: string) => `Changes from ${from} to the text of ${day}`,
  },
  original: (language: string) => `Original: ${language}`,
  /** Who is behind the marks between clauses. */
  punctuation: (desk: string) => `${desk} (punctuation)`,
  revision: (n: number) => `revision ${n}`,
  amends: (id: string) => `amends ${id}`,
  positions: (stand: string, codes: readonly string[]) => `${stand}: ${codes.join(', ')}`,
  alsoDeletes: (id: string) => `${id} deletes these words too.`,
  /** Of a clause that another proposal, tabled earlier, shows moved already. */
  movesToo: (id: string, after: string | null) =>
    after === null
      ? `${id} moves this clause as well: before all others.`
      : `${id} moves this clause as well: after ${after}.`,
  quoted: (words: string) => `“${words}”`,
}
