import { useState } from 'react'
import { sponsorsOf, wordingInForce } from '../../../shared/record.ts'
import { isSpent } from '../../../shared/standing.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { Positions } from './Positions.tsx'
import { RivalTools } from './RivalTools.tsx'
import { Ties } from './Ties.tsx'
import { useDesk } from './useDesk.ts'
import { WouldRead } from './WouldRead.tsx'

export interface DeskAmendmentProps {
  readonly item: Item
  /** The rivals among which it is decided, in the order of decision; itself among them. */
  readonly group: readonly Item[]
  readonly isTicked: boolean
  readonly onTick: (on: boolean) => void
}

export function DeskAmendment({ item, group, isTicked, onTick }: DeskAmendmentProps) {
  const { desk } = useMessages()
  const { nameOfClause, may } = useDesk()
  const [deciding, setDeciding] = useState<'accept' | 'reject' | null>(null)
  const { amendment, standing, clauses, distance } = item
  const { id } = amendment
  const { reason, revision } = wordingInForce(amendment)
  const [sponsor = amendment.sponsor, ...others] = sponsorsOf(amendment)
  const isOver = isSpent(standing)
  return (
    <article className="desk-amendment" aria-label={id}>
      <header className="desk-amendment-head">
        {may('amendment.decide') && !isOver ? (
          <Checkbox isSelected={isTicked} onChange={onTick} aria-label={desk.tick(id)}>
            {null}
          </Checkbox>
        ) : null}
        <h4 className="desk-amendment-name">
          <DelegationChip code={sponsor} show="name" /> <span className="numeric">{id}</span>
        </h4>
        {others.map((code) => (
          <DelegationChip key={code} code={code} />
        ))}
        {revision > 1 ? <Badge>{desk.revision(revision)}</Badge> : null}
        {standing === 'stands' ? null : (
          <span title={desk.standingHint[standing]}>
            <Badge tone="warning">{desk.standing[standing]}</Badge>
          </span>
        )}
        <span className="desk-distance muted small numeric">{desk.distance(distance)}</span>
      </header>
      <Ties amendment={amendment} />
      <WouldRead edits={item.edits} />
      {isOver ? <p className="muted small">{desk.standingHint[standing]}</p> : null}
      {reason ? (
        <p className="desk-reason">
          <span className="muted small">{desk.reason}</span> {reason}
        </p>
      ) : null}
      {clauses.length > 1 ? (
        <p className="muted small">{desk.alsoTouches(clauses.slice(1).map(nameOfClause).join(', '))}</p>
      ) : null}
      <footer className="desk-amendment-foot">
        <Positions amendment={amendment} />
        {may('amendment.decide') ? (
          <div className="row">
            <RivalTools item={item} group={group} />
            <Button size="small" kind="danger" onPress={() => setDeciding('reject')}>
              {desk.reject}
            </Button>
            <Button size="small" kind="primary" isDisabled={isOver} onPress={() => setDeciding('accept')}>
              {desk.accept}
            </Button>
          </div>
        ) : null}
      </footer>
      {deciding ? <DecideDialog item={item} decision={deciding} onClose={() => setDeciding(null)} /> : null}
    </article>
  )
}
