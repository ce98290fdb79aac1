import { useState } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import type { Amendment } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

export interface TieDialogProps {
  readonly amendment: Amendment
  readonly onClose: () => void
}

/** "Falls if X is carried", for any others that are pending; its rivals come first. */
export function TieDialog({ amendment: { id, fallsIf = [] }, onClose }: TieDialogProps) {
  const { order } = useMessages()
  const { view, rivalsOf, perform } = useDesk()
  const { nameOf } = useConference()
  const [ticked, setTicked] = useState<readonly AmendmentId[]>(fallsIf)
  const rivals = rivalsOf(id)
  const others = Object.values(view.record.amendments)
    .filter((it) => it.state === 'pending' && it.id !== id)
    .sort((a, b) => Number(rivals.includes(b.id)) - Number(rivals.includes(a.id)))
  // What was decided in the meantime can't be named any more.
  const wanted = ticked.filter((it) => others.some((other) => other.id === it))
  return (
    <ConfirmDialog
      title={order.tieTitle(id)}
      isOpen
      onClose={onClose}
      confirm={order.tie}
      onConfirm={() =>
        perform(
          { do: 'amendment.tie', amendment: id, fallsIf: [...wanted] },
          wanted.length > 0 ? order.tied(id) : order.untied(id),
        )
      }
    >
      <p className="muted">{others.length > 0 ? order.tieHint : order.tieNone}</p>
      {others.map((other) => (
        <Checkbox
          key={other.id}
          isSelected={wanted.includes(other.id)}
          onChange={(on) => setTicked(on ? [...wanted, other.id] : wanted.filter((it) => it !== other.id))}
        >
          <span className="numeric">{other.id}</span> · {nameOf(other.sponsor)}
        </Checkbox>
      ))}
    </ConfirmDialog>
  )
}
