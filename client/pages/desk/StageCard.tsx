import { useState } from 'react'
import { NEXT_STAGES, type Stage } from '../../../shared/stage.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/** From the present stage to those allowed next, each with what it means. */
export function StageCard({ pending }: { readonly pending: number }) {
  const { common, desk } = useMessages()
  const { view, may, perform } = useDesk()
  const [moving, setMoving] = useState<Stage | null>(null)
  const { stage } = view.record
  const next = may('stage.move') ? NEXT_STAGES[stage] : []
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{desk.stage.title}</h2>
        <Badge tone="accent">{common.stages[stage]}</Badge>
      </header>
      {stage === 'closed' ? <p className="muted small">{desk.stage.ended}</p> : null}
      {next.map((to) => (
        <div key={to} className="stack-tight">
          <Button onPress={() => setMoving(to)}>{desk.stage.move[to]}</Button>
          <p className="muted small">{desk.stage.means[to]}</p>
        </div>
      ))}
      {moving ? (
        <ConfirmDialog
          title={desk.stage.move[moving]}
          isOpen
          onClose={() => setMoving(null)}
          confirm={desk.stage.move[moving]}
          danger={moving === 'final' || moving === 'closed'}
          onConfirm={() => perform({ do: 'stage.move', to: moving }, desk.stage.moved(common.stages[moving]))}
        >
          <p>{desk.stage.means[moving]}</p>
          {moving === 'final' && pending > 0 ? (
            <p className="page-warning">{desk.stage.pending(pending)}</p>
          ) : null}
        </ConfirmDialog>
      ) : null}
    </section>
  )
}
