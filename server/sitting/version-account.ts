import { type Account, accountAt } from '../../shared/account.ts'
import { issuing, Past } from '../../shared/moment.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { State } from './state.ts'

/** The account of every word as it was when the version was frozen: read from the acts up to then. */
export function accountOfVersion({ acts, text }: State, version: number): Account | Refusal {
  const act = issuing(acts, version)
  return act === null ? refuse('version/unknown') : accountAt(new Past(acts, text).at(act))
}
