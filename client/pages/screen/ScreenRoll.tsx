import { lazy, Suspense, useMemo } from 'react'
import { marksOf } from '../../../shared/marks.ts'
import type { Endorsement } from '../../../shared/roll.ts'
import { useConference } from '../../api/conference.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'
import { useSettled } from '../../useSettled.ts'

const WorldMap = lazy(() => import('../roll/WorldMap.tsx'))

/** So many names can be read while others follow. */
const LATEST = 5
/** The wall moves once a second at most, however many sign at once. */
const CALM = 1_000

export interface ScreenRollProps {
  readonly title: string
  readonly endorsements: readonly Endorsement[]
}

/** While ministers endorse, the wall shows how many, where, and who came last. */
export function ScreenRoll({ title, endorsements }: ScreenRollProps) {
  const { roll } = useMessages()
  const { conference } = useConference()
  const shown = useSettled(endorsements, CALM)
  const marks = useMemo(() => marksOf(shown), [shown])
  const invited = conference?.delegations.filter((it) => it.invited).length ?? 0
  const latest = shown.slice(-LATEST).reverse()
  return (
    <section className="screen-roll">
      <header>
        <h2 className="screen-roll-title">{title}</h2>
        <p className="screen-roll-count">{roll.of(shown.length, invited)}</p>
      </header>
      <Suspense fallback={<div />}>
        <WorldMap marks={marks} invited={invited} bare />
      </Suspense>
      <ul className="screen-roll-latest" aria-label={roll.latest}>
        {latest.length === 0 ? <li>{roll.empty}</li> : null}
        {latest.map(({ state }) => (
          <li key={state}>
            <DelegationChip code={state} show="name" size="medium" />
          </li>
        ))}
      </ul>
    </section>
  )
}
