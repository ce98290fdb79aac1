import { useState } from 'react'
import type { Amendment, Stand } from '../../../shared/amendment.ts'
import { Button } from '../../design/parts/Button.tsx'
import { SegmentedControl } from '../../design/parts/RadioGroup.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

const STANDS: readonly Stand[] = ['support', 'oppose', 'reserve']

/** The delegation's position on somebody else's amendment, with a word on why if it likes. */
export function TakePosition({ amendment }: { readonly amendment: Amendment }) {
  const { capacity, performAndTell } = useFloor()
  const { room } = useMessages()
  const held = amendment.positions[capacity.delegation ?? '']
  const [stand, setStand] = useState<Stand | null>(null)
  const [why, setWhy] = useState('')
  const take = async (chosen: Stand | 'none') => {
    const answer = await performAndTell(
      { do: 'amendment.position', amendment: amendment.id, stand: chosen, why: chosen === 'none' ? '' : why },
      room.card.done.position,
    )
    if (answer) setStand(null)
  }
  return (
    <div className="stack-tight">
      <SegmentedControl
        label={room.card.yourPosition}
        choices={STANDS.map((id) => ({ id, name: room.card.stands[id] }))}
        value={stand ?? held?.stand ?? null}
        onChange={(next) => {
          setStand(next)
          setWhy(held?.stand === next ? held.why : '')
        }}
      />
      {stand ? (
        <TextField label={room.card.why} optional value={why} onChange={setWhy} hint={room.card.whyHint} />
      ) : null}
      <div className="row">
        {stand ? (
          <Button size="small" kind="primary" onPress={() => take(stand)}>
            {room.card.take}
          </Button>
        ) : null}
        {held && !stand ? (
          <Button size="small" kind="quiet" onPress={() => take('none')}>
            {room.card.takeOff}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
