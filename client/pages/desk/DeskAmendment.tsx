import { useState } from 'react'
import { NO_EDITS } from '../../../shared/edits.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import { sponsorsOf, wordingInForce } from '../../../shared/record.ts'
import { isSpent } from '../../../shared/standing.ts'
import { amendedBlocks, parentOf } from '../../../shared/subamendment.ts'
import { useConference } from '../../api/conference.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { InWhoseName } from '../../design/parts/InWhoseName.tsx'
import { useMessages } from '../../i18n.tsx'
import { type Item, subItems } from './agenda.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { Positions } from './Positions.tsx'
import { PutOnScreen } from './PutOnScreen.tsx'
import { RivalTools } from './RivalTools.tsx'
import { useDesk } from './useDesk.ts'
import { placeOfAmendment } from './useKeptPlace.ts'
import { WouldRead } from './WouldRead.tsx'

export interface DeskAmendmentProps {
  readonly item: Item
  /** The rivals among which it is decided, in the order of decision; itself among them. */
  readonly group: readonly Item[]
  readonly ticked: readonly AmendmentId[]
  readonly onTick: (id: AmendmentId, on: boolean) => void
}

export function DeskAmendment({ item, group, ticked, onTick }: DeskAmendmentProps) {
  const { desk, amending } = useMessages()
  const { nameOfClause, may } = useDesk()
  const { nameOf } = useConference()
  const [deciding, setDeciding] = useState<'accept' | 'reject' | null>(null)
  const { amendment, standing, clauses, distance } = item
  const { id } = amendment
  const { reason, revision, amendedBy, restated } = wordingInForce(amendment)
  const [sponsor = amendment.sponsor, ...others] = sponsorsOf(amendment)
  const isOver = isSpent(standing)
  const { amends } = amendment
  const { view, room } = useDesk()
  const parent = amends ? parentOf(view.record, amendment) : null
  const base = parent ? amendedBlocks(room.blocks, view.effects[parent.id]?.edits ?? NO_EDITS) : room.blocks
  const subs = subItems(view, id, base)
  const waits = subs.filter((it) => !isSpent(it.standing))
  return (
    <article className="desk-amendment" id={placeOfAmendment(id)} tabIndex={-1} aria-label={id}>
      <header className="desk-amendment-head">
        {may('amendment.decide') && !isOver && waits.every((it) => ticked.includes(it.amendment.id)) ? (
          <Checkbox
            isSelected={ticked.includes(id)}
            onChange={(on) => onTick(id, on)}
            aria-label={desk.tick(id)}
          >
            {null}
          </Checkbox>
        ) : null}
        <h4 className="desk-amendment-name">
          <DelegationChip code={sponsor} show="name" />{' '}
          <span className="numeric">{amends ? amending.to(id, amends.amendment) : id}</span>
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
      <InWhoseName amendment={amendment} record={view.record} say={(it) => it} isWide />
      {sponsorsOf(amendment).includes(amendment.sponsor) ? null : (
        <p className="small">
          {restated && amends
            ? amending.unconfirmedRestated(nameOf(amendment.sponsor), amends.amendment)
            : amending.unconfirmed(nameOf(amendment.sponsor), amendedBy ?? '')}
        </p>
      )}
      <WouldRead edits={item.edits} on={base} />
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
        <PutOnScreen clause={clauses[0] ?? ''} amendment={id} />
        {may('amendment.decide') ? (
          <div className="row">
            <RivalTools item={item} group={group} />
            <Button size="small" kind="danger" onPress={() => setDeciding('reject')}>
              {desk.reject}
            </Button>
            <Button
              size="small"
              kind="primary"
              isDisabled={isOver || waits.length > 0}
              onPress={() => setDeciding('accept')}
            >
              {desk.accept}
            </Button>
          </div>
        ) : null}
      </footer>
      {subs.length > 0 ? (
        <section className="desk-subs stack-tight" aria-label={amending.subsOf(id)}>
          <p className="muted small">{amending.subs}</p>
          {subs.map((sub) => (
            <DeskAmendment key={sub.amendment.id} item={sub} group={[sub]} ticked={ticked} onTick={onTick} />
          ))}
        </section>
      ) : null}
      {deciding ? <DecideDialog item={item} decision={deciding} onClose={() => setDeciding(null)} /> : null}
    </article>
  )
}
