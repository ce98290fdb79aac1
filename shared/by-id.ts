import type { Amendment } from './amendment.ts'
import type { ById } from './ids.ts'
import type { Record } from './record.ts'

/** Values by id, of which a change gives new ones. What is not known is a damaged journal, and throws. */

export const change = <T>(all: ById<T>, id: string, to: (one: T) => T): ById<T> => ({
  ...all,
  [id]: to(known(all, id)),
})

export function without<T>(all: ById<T>, id: string): ById<T> {
  const { [id]: _, ...rest } = all
  return rest
}

export function known<T>(all: ById<T>, id: string): T {
  const one = all[id]
  if (one === undefined) throw new Error(`nothing known of ${id}`)
  return one
}

export const amended = (record: Record, id: string, to: (amendment: Amendment) => Amendment): Record => ({
  ...record,
  amendments: change(record.amendments, id, to),
})
