import { useState } from 'react'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { TieDialog } from './TieDialog.tsx'
import { useDesk } from './useDesk.ts'

export interface RivalToolsProps {
  readonly item: Item
  /** In the order of decision. */
  readonly group: readonly Item[]
}

/** The desk decides in another order, or says that one falls with another. */
export function RivalTools({ item, group }: RivalToolsProps) {
  const { order } = useMessages()
  const { may } = useDesk()
  const [tying, setTying] = useState(false)
  return (
    <>
      {group.length > 1 && may('amendment.order') ? (
        <>
          <Move item={item} group={group} by={-1} />
          <Move item={item} group={group} by={1} />
        </>
      ) : null}
      {may('amendment.tie') ? (
        <Button size="small" kind="quiet" onPress={() => setTying(true)}>
          {order.tie}
        </Button>
      ) : null}
      {tying ? <TieDialog amendment={item.amendment} onClose={() => setTying(false)} /> : null}
    </>
  )
}

function Move({ item, group, by }: RivalToolsProps & { readonly by: -1 | 1 }) {
  const { order, refusals } = useMessages()
  const { perform } = useDesk()
  const announce = useAnnounce()
  const ids = group.map(({ amendment }) => amendment.id)
  const { id } = item.amendment
  const at = ids.indexOf(id)
  const other = ids[at + by]
  const move = async () => {
    if (other === undefined) return
    const next = ids.map((it) => (it === id ? other : it === other ? id : it))
    const failure = await perform({ do: 'amendment.order', order: next }, order.done)
    if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
  }
  const label = by < 0 ? order.earlier(id) : order.later(id)
  return (
    <Button size="small" kind="quiet" aria-label={label} isDisabled={other === undefined} onPress={move}>
      <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
    </Button>
  )
}
