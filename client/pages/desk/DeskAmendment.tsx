import { memo, useRef, useState } from 'react'
import { sponsorsOf, wordingInForce } from '../../../shared/amendment.ts'
import { NO_EDITS } from '../../../shared/edits.ts'
import { isSpent } from '../../../shared/standing.ts'
import { amendedBlocks, parentOf } from '../../../shared/subamendment.ts'
import { useConference } from '../../api/conference.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { InWhoseName } from '../../design/parts/InWhoseName.tsx'
import { useMessages } from '../../i18n.tsx'
import { type Item, subItems } from './agenda.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { DeskTools, Tick } from './DeskTools.tsx'
import { useNear } from './near.ts'
import { Positions } from './Positions.tsx'
import { useDesk } from './useDesk.ts'
import { placeOfAmendment } from './useKeptPlace.ts'
import { WouldRead } from './WouldRead.tsx'

export interface DeskAmendmentProps {
  readonly item: Item
  /** The rivals among which it is decided, in the order of decision; itself among them. */
  readonly group: readonly Item[]
}

/** All its words, wherever it lies, so that they are found; what the desk does with it, when it is near the screen. */
export const DeskAmendment = memo(function DeskAmendment({ item, group }: DeskAmendmentProps) {
  const { desk, amending } = useMessages()
  const { nameOfClause } = useDesk()
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
  const waits = subs.filter((it) => !isSpent(it.standing)).map((it) => it.amendment.id)
  const card = useRef<HTMLElement>(null)
  const isNear = useNear(card)
  return (
    <article ref={card} className="desk-amendment" id={placeOfAmendment(id)} tabIndex={-1} aria-label={id}>
      <header className="desk-amendment-head">
        {isNear ? <Tick item={item} waits={waits} /> : null}
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
        {distance > 0 ? (
          <span className="desk-distance muted small numeric">{desk.distance(distance)}</span>
        ) : null}
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
        {isNear ? <DeskTools item={item} group={group} waits={waits} decide={setDeciding} /> : null}
      </footer>
      {subs.length > 0 ? (
        <section className="desk-subs stack-tight" aria-label={amending.subsOf(id)}>
          <p className="muted small">{amending.subs}</p>
          {subs.map((sub) => (
            <DeskAmendment key={sub.amendment.id} item={sub} group={[sub]} />
          ))}
        </section>
      ) : null}
      {deciding ? <DecideDialog item={item} decision={deciding} onClose={() => setDeciding(null)} /> : null}
    </article>
  )
})
