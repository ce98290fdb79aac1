import { useState } from 'react'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import type { Item } from './agenda.ts'
import { useDesk } from './useDesk.ts'

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
      <StartCompromise ticked={ticked} onDone={onUntick} />
      <Button kind="primary" onPress={() => setAdopting(ticked)}>
        {desk.adoptSeveral}
      </Button>
      {adopting ? <AdoptDialog items={adopting} onClose={() => setAdopting(null)} /> : null}
    </div>
  )
}

/** Between two amendments or more: a draft of the desk that begins with the words of all. */
function StartCompromise({
  ticked,
  onDone,
}: {
  readonly ticked: readonly Item[]
  readonly onDone: () => void
}) {
  const { compromise, refusals } = useMessages()
  const { may, perform } = useDesk()
  const announce = useAnnounce()
  // What amends others has no words of the text, of which a draft of the desk is made.
  const from = ticked
    .filter(({ amendment }) => amendment.amends === null)
    .map(({ amendment }) => amendment.id)
  if (from.length < 2 || !may('compromise.open')) return null
  const start = async () => {
    const failure = await perform({ do: 'compromise.open', from }, compromise.opened)
    if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
    else onDone()
  }
  return <Button onPress={start}>{compromise.start}</Button>
}
