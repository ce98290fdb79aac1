import { useState } from 'react'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { Menu } from '../../design/parts/Menu.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { TieDialog } from './TieDialog.tsx'
import { useDesk } from './useDesk.ts'

export interface RivalToolsProps {
  readonly item: Item
  /** In the order of decision. */
  readonly group: readonly Item[]
}

/** The desk decides in another order, or says that one falls with another: seldom, and so not in every card. */
export function RivalTools({ item, group }: RivalToolsProps) {
  const { desk, order } = useMessages()
  const { may } = useDesk()
  const move = useMove({ item, group })
  const [tying, setTying] = useState(false)
  const { id } = item.amendment
  const moves =
    group.length > 1 && may('amendment.order')
      ? [
          { id: 'earlier', name: order.earlier(id), ...move(-1) },
          { id: 'later', name: order.later(id), ...move(1) },
        ]
      : []
  const ties = may('amendment.tie') ? [{ id: 'tie', name: order.tie, onAction: () => setTying(true) }] : []
  const entries = [...moves, ...ties]
  if (entries.length === 0) return null
  return (
    <>
      <Menu
        label={desk.more(id)}
        trigger={<IconButton icon="more" label={desk.more(id)} />}
        entries={entries}
      />
      {tying ? <TieDialog amendment={item.amendment} onClose={() => setTying(false)} /> : null}
    </>
  )
}

/** One place up (-1) or down (1) among its rivals. */
function useMove({ item, group }: RivalToolsProps) {
  const { order, refusals } = useMessages()
  const { perform } = useDesk()
  const announce = useAnnounce()
  const ids = group.map(({ amendment }) => amendment.id)
  const { id } = item.amendment
  return (by: -1 | 1) => {
    const other = ids[ids.indexOf(id) + by]
    const onAction = async () => {
      if (other === undefined) return
      const next = ids.map((it) => (it === id ? other : it === other ? id : it))
      const failure = await perform({ do: 'amendment.order', order: next }, order.done)
      if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
    }
    return { isDisabled: other === undefined, onAction }
  }
}
