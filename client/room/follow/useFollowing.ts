import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { BlockId, CapacityId, DeclarationId } from '../../../shared/ids.ts'
import type { Record } from '../../../shared/record.ts'
import { clausesOf } from '../panel/clauseActs.ts'
import { hasSeen, keepLook, type LastLook, NOWHERE, readLook, sawAll, sawClause } from './lastLook.ts'
import { useActsAfter } from './useActsAfter.ts'

/** What happened since the person last looked. */
export interface Following {
  /** By clause, in order; what concerns none stands under `NOWHERE`. Nothing of one's own is news. */
  readonly news: ReadonlyMap<BlockId, readonly Act[]>
  /** Amendments about which there is news. */
  readonly amendments: ReadonlySet<string>
  /** How many acts are news. */
  readonly count: number
  /** The act up to which everything had been seen when the room was opened; nothing is older news. */
  readonly since: number
  hasSeen(clause: BlockId, act: number): boolean
  sawAll(): void
}

interface Watching {
  readonly declaration: DeclarationId
  readonly capacity: CapacityId
  readonly record: Record
  /** Where one stands: seen when one goes on. */
  readonly selected: BlockId | null
}

export function useFollowing({ declaration, capacity, record, selected }: Watching): Following {
  const [look, setLook] = useState<LastLook>(
    () => readLook(localStorage, declaration, capacity) ?? { all: record.acts - 1, clauses: {} },
  )
  const [since] = useState(look.all)
  const acts = useActsAfter(declaration, capacity, since, record.acts)
  const latest = useRef(record.acts - 1)
  latest.current = acts.at(-1)?.act ?? since
  useEffect(() => keepLook(localStorage, declaration, capacity, look), [declaration, capacity, look])

  // Seen once one leaves it: until then what is new there stays marked.
  useEffect(() => {
    if (selected === null) return
    return () => setLook((before) => sawClause(before, selected, latest.current))
  }, [selected])

  const news = useMemo(() => newsOf(acts, record, look, capacity), [acts, record, look, capacity])
  const seeAll = useCallback(() => setLook((before) => sawAll(before, latest.current)), [])
  return useMemo(
    () => ({
      news,
      amendments: amendmentsIn(news),
      count: new Set([...news.values()].flat()).size,
      since,
      hasSeen: (clause, act) => hasSeen(look, clause, act),
      sawAll: seeAll,
    }),
    [news, since, look, seeAll],
  )
}

function newsOf(acts: readonly Act[], record: Record, look: LastLook, own: CapacityId) {
  const news = new Map<BlockId, Act[]>()
  for (const act of acts) {
    if (act.by.capacity === own || isAutomatic(act)) continue
    const clauses = [...clausesOf(act, record)].filter((id) => id in record.clauses)
    for (const clause of clauses.length > 0 ? clauses : [NOWHERE]) {
      if (!hasSeen(look, clause, act.act)) news.set(clause, [...(news.get(clause) ?? []), act])
    }
  }
  return news
}

/** Frozen by the server before decisions: the decisions are the news. */
const isAutomatic = (act: Act): boolean =>
  act.kind === 'version issued' && act.version.automatic !== undefined

const amendmentsIn = (news: Following['news']): ReadonlySet<string> =>
  new Set([...news.values()].flat().flatMap((act) => ('amendment' in act ? act.amendment : [])))

const NOTHING: Following = {
  news: new Map(),
  amendments: new Set(),
  count: 0,
  since: -1,
  hasSeen: () => true,
  sawAll: () => {},
}

export const FollowingContext = createContext<Following>(NOTHING)
export const useNewsSince = (): Following => useContext(FollowingContext)
