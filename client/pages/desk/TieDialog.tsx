import { useState } from 'react'
import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { touched } from '../../../shared/edits.ts'
import type { AmendmentId, BlockId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

export interface TieDialogProps {
  readonly amendment: Amendment
  readonly onClose: () => void
}

/** "Falls if X is carried", for any others that are pending: its rivals first, then those of its clauses, then the rest. */
export function TieDialog({ amendment: { id, fallsIf = [] }, onClose }: TieDialogProps) {
  const { order } = useMessages()
  const { view, rivalsOf, perform } = useDesk()
  const { nameOf } = useConference()
  const [ticked, setTicked] = useState<readonly AmendmentId[]>(fallsIf)
  const rivals = rivalsOf(id)
  const { amendments } = view.record
  const others = Object.values(amendments)
    .filter((it) => it.state === 'pending' && it.id !== id)
    .sort((a, b) => Number(rivals.includes(b.id)) - Number(rivals.includes(a.id)))
  // What was decided in the meantime can't be named any more.
  const wanted = ticked.filter((it) => others.some((other) => other.id === it))
  const clauses = clausesOf(amendments[id])
  const isNear = (it: Amendment) =>
    rivals.includes(it.id) ||
    fallsIf.includes(it.id) ||
    [...clausesOf(it)].some((clause) => clauses.has(clause))
  const [near, far] = [others.filter(isNear), others.filter((it) => !isNear(it))]
  const box = (other: Amendment) => (
    <Checkbox
      key={other.id}
      isSelected={wanted.includes(other.id)}
      onChange={(on) => setTicked(on ? [...wanted, other.id] : wanted.filter((it) => it !== other.id))}
    >
      <span className="numeric">{other.id}</span> · {nameOf(other.sponsor)}
    </Checkbox>
  )
  return (
    <ConfirmDialog
      title={order.tieTitle(id)}
      isOpen
      onClose={onClose}
      confirm={order.keepTies}
      onConfirm={() =>
        perform(
          { do: 'amendment.tie', amendment: id, fallsIf: [...wanted] },
          wanted.length > 0 ? order.tied(id) : order.untied(id),
        )
      }
    >
      <p className="muted">{others.length > 0 ? order.tieHint : order.tieNone}</p>
      {near.map(box)}
      {far.length > 0 ? (
        <details>
          <summary>{order.tieFar(far.length)}</summary>
          <div className="tie-far">{far.map(box)}</div>
        </details>
      ) : null}
    </ConfirmDialog>
  )
}

const clausesOf = (amendment: Amendment | undefined): ReadonlySet<BlockId> =>
  amendment ? touched(wordingInForce(amendment).edits) : new Set()
