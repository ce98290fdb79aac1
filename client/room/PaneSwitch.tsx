import { useMessages } from '../i18n.tsx'
import { Matters } from './follow/Matters.tsx'

export type Pane = 'outline' | 'paper' | 'panel' | 'you'
const PANES: readonly Pane[] = ['you', 'outline', 'paper', 'panel']

export interface PaneSwitchProps {
  readonly pane: Pane
  readonly onChange: (pane: Pane) => void
  /** How many matters wait in the overview. */
  readonly forYou: number
}

/** On a narrow screen one part of the room is shown at a time. */
export function PaneSwitch({ pane, onChange, forYou }: PaneSwitchProps) {
  const { room, follow } = useMessages()
  const nameOf = (it: Pane) => {
    if (it === 'you') return follow.title
    return it === 'panel' ? room.panel.amendments : room.panes[it]
  }
  return (
    <nav className="pane-switch no-print" aria-label={room.panes.label}>
      {PANES.map((it) => (
        <button
          key={it}
          type="button"
          aria-current={it === pane ? 'true' : undefined}
          onClick={() => onChange(it)}
        >
          {nameOf(it)}
          {it === 'you' ? <Matters n={forYou} /> : null}
        </button>
      ))}
    </nav>
  )
}
