import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { marksOf } from '../../../shared/marks.ts'
import type { Endorsement, Withdrawal } from '../../../shared/roll.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { useMessages } from '../../i18n.tsx'
import { Counts, type CountsProps } from './Counts.tsx'
import { EndorsingStates } from './EndorsingStates.tsx'
import './Roll.css'
import { WithdrawnStates } from './WithdrawnStates.tsx'

// The numbers and the list stand before the outlines of the world have arrived.
const WorldMap = lazy(() => import('./WorldMap.tsx'))

export interface RollViewProps extends Omit<CountsProps, 'endorsing'> {
  readonly symbol: string
  /** Whether there is a text to endorse. */
  readonly isFinal: boolean
  readonly endorsements: readonly Endorsement[]
  readonly withdrawals: readonly Withdrawal[]
  readonly actions?: ReactNode
  /** What stands below the list. */
  readonly children: ReactNode
}

/** The roll, for those in the meeting and for the public. */
export function RollView(props: RollViewProps) {
  const { symbol, isFinal, endorsements, withdrawals, actions, children, ...counts } = props
  const { common, roll } = useMessages()
  const { meeting } = useConference()
  const marks = useMemo(() => marksOf(endorsements), [endorsements])
  return (
    <div className="roll">
      <PageHead
        title={roll.title}
        over={
          <>
            {meeting} · <span className="numeric">{symbol}</span>
          </>
        }
        actions={
          <>
            {actions}
            <Button onPress={() => window.print()}>
              <Icon name="print" />
              {common.print}
            </Button>
          </>
        }
      />
      <Counts {...counts} endorsing={endorsements.length} />
      {isFinal ? (
        <Suspense fallback={<div className="world-place" />}>
          <WorldMap marks={marks} invited={counts.invited} />
        </Suspense>
      ) : null}
      {endorsements.length === 0 ? (
        <EmptyState title={withdrawals.length === 0 ? roll.empty : roll.emptyAgain}>
          {!isFinal ? roll.emptyBefore : withdrawals.length === 0 ? roll.emptyFinal : null}
        </EmptyState>
      ) : null}
      {isFinal ? <EndorsingStates endorsements={endorsements} /> : null}
      <WithdrawnStates withdrawals={withdrawals} />
      {children}
    </div>
  )
}
