import { useState } from 'react'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import type { Item } from './agenda.ts'

export interface TickedBarProps {
  /** In the order of decision. */
  readonly ticked: readonly Item[]
  readonly onUntick: () => void
}

export function TickedBar({ ticked, onUntick }: TickedBarProps) {
  const { desk } = useMessages()
  const [adopting, setAdopting] = useState<readonly Item[] | null>(null)
  return (
    <div className="ticked-bar no-print">
      <p role="status">{desk.ticked(ticked.length)}</p>
      <Button kind="quiet" onPress={onUntick}>
        {desk.untick}
      </Button>
      <Button kind="primary" onPress={() => setAdopting(ticked)}>
        {desk.adoptSeveral}
      </Button>
      {adopting ? <AdoptDialog items={adopting} onClose={() => setAdopting(null)} /> : null}
    </div>
  )
}
