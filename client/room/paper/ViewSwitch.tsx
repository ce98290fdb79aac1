import { memo } from 'react'
import { Link } from 'react-router'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { SegmentedControl } from '../../design/parts/RadioGroup.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { SHOWN, type Shown } from '../useViewKeys.ts'

export interface ViewSwitchProps {
  readonly shown: Shown
  readonly show: (shown: Shown) => void
  /** Whether the second view is a draft to write in, or live reading. */
  readonly writes: boolean
  readonly find: (isFinding: boolean) => void
  readonly help: (isOpen: boolean) => void
}

export const ViewSwitch = memo(function ViewSwitch(props: ViewSwitchProps) {
  const { shown, show, writes, find, help } = props
  const { declaration, capacity } = useFloor()
  const { room, hands } = useMessages()
  const { views } = room
  const nameOf = (view: Shown) => (view === 'draft' && !writes ? views.live : views[view])
  return (
    <header className="view-switch no-print">
      <h2 className="visually-hidden" id="paper-view">
        {room.paper.label}
      </h2>
      <SegmentedControl
        label={views.label}
        labelHidden
        value={shown}
        onChange={show}
        choices={SHOWN.map((view, index) => ({
          id: view,
          name: (
            <span title={views.key(String(index + 1))}>
              <span className="view-key" aria-hidden="true">
                {index + 1}
              </span>
              {nameOf(view)}
            </span>
          ),
        }))}
      />
      <Link className="view-compare" to={`/as/${capacity.id}/d/${declaration}/versions`}>
        {views.compare}
      </Link>
      <span className="view-hands">
        <IconButton icon="search" label={hands.find} onPress={() => find(true)} />
        <IconButton icon="keys" label={hands.keysButton} onPress={() => help(true)} />
      </span>
    </header>
  )
})
