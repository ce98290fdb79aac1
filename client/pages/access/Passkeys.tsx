import { useState } from 'react'
import type { CapacityId } from '../../../shared/ids.ts'
import type { PasskeyRow } from '../../../shared/passkey.ts'
import { getPasskeys, removePasskey } from '../../api/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { isFailure } from '../../api/failure.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { useCapacity, useSession } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { AddPasskey } from './AddPasskey.tsx'

export function Passkeys() {
  const { passkeys } = useMessages().access
  const { id: as } = useCapacity()
  const { asked, reload } = useAsk(as, () => getPasskeys(as))
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<PasskeyRow | null>(null)
  const add = canUsePasskeys() ? (
    <Button onPress={() => setAdding(true)}>{passkeys.add}</Button>
  ) : (
    <p className="muted small">{passkeys.notHere}</p>
  )
  const rows = asked.is === 'ready' ? asked.value : []
  return (
    <section className="access-part">
      <header className="access-head">
        <h2>{passkeys.title}</h2>
        {rows.length > 0 ? add : null}
      </header>
      <p className="muted">{passkeys.lead}</p>
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' && rows.length === 0 ? (
        <EmptyState title={passkeys.none} actions={add}>
          {passkeys.noneHelp}
        </EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <ul className="access-list">
          {rows.map((row) => (
            <PasskeyLine key={row.id} row={row} onRemove={() => setRemoving(row)} />
          ))}
        </ul>
      ) : null}
      <AddPasskey isOpen={adding} onClose={() => setAdding(false)} onAdded={reload} />
      <RemovePasskey row={removing} onClose={() => setRemoving(null)} onRemoved={reload} />
    </section>
  )
}

function PasskeyLine({ row, onRemove }: { readonly row: PasskeyRow; readonly onRemove: () => void }) {
  const { passkeys } = useMessages().access
  const { day, since } = useDates()
  const opens = useOpens()
  const used = row.used ? passkeys.used(since(row.used, Date.now())) : passkeys.neverUsed
  return (
    <li className="access-row">
      <div>
        <p className="access-name">{row.name}</p>
        <p className="muted small">{opens(row.capacities)}</p>
        <p className="muted small">
          {passkeys.made(day(row.made))} · {used}
        </p>
      </div>
      <Button kind="quiet" size="small" onPress={onRemove} aria-label={`${passkeys.remove}: ${row.name}`}>
        {passkeys.remove}
      </Button>
    </li>
  )
}

/** The names of the capacities that a passkey opens; those that this browser doesn't hold are counted. */
function useOpens(): (ids: readonly CapacityId[]) => string {
  const { passkeys } = useMessages().access
  const { common } = useMessages()
  const { capacities } = useSession()
  const nameOf = useCapacityName()
  return (ids) => {
    const known = capacities.filter(({ id }) => ids.includes(id))
    const names = known.map((it) => (it.delegation ? `${nameOf(it)} (${common.roles[it.role]})` : nameOf(it)))
    const more = ids.length - known.length
    return [passkeys.opens(names.join(', ')), ...(more > 0 ? [passkeys.more(more)] : [])].join(' ')
  }
}

interface RemovePasskeyProps {
  readonly row: PasskeyRow | null
  readonly onClose: () => void
  readonly onRemoved: () => void
}

function RemovePasskey({ row, onClose, onRemoved }: RemovePasskeyProps) {
  const { passkeys } = useMessages().access
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  const remove = async () => {
    if (!row) return null
    const removed = await removePasskey(as, row.id)
    if (isFailure(removed)) return removed
    announce(passkeys.removed(row.name))
    onRemoved()
    return null
  }
  return (
    <ConfirmDialog
      title={passkeys.removeTitle}
      isOpen={row !== null}
      onClose={onClose}
      confirm={passkeys.removeTitle}
      danger
      onConfirm={remove}
    >
      <p>{row ? passkeys.removeConfirm(row.name) : null}</p>
    </ConfirmDialog>
  )
}
