import type { Person } from '../../../shared/api.ts'
import type { Instant } from '../../../shared/ids.ts'

/** What there is to say of a capacity's term; nothing where it is valid without an end. */
export type Term = { readonly is: 'begins' | 'ends' | 'hasEnded'; readonly at: Instant }

export function termOf({ from, until }: Pick<Person, 'from' | 'until'>, now: number): Term | null {
  if (until && Date.parse(until) <= now) return { is: 'hasEnded', at: until }
  if (from && Date.parse(from) > now) return { is: 'begins', at: from }
  return until ? { is: 'ends', at: until } : null
}
