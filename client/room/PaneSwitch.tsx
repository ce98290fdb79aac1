import { useMessages } from '../i18n.tsx'

export type Pane = 'outline' | 'paper' | 'panel'
const PANES: readonly Pane[] = ['outline', 'paper', 'panel']

/** On a narrow screen one part of the room is shown at a time. */
export function PaneSwitch({
  pane,
  onChange,
}: {
  readonly pane: Pane
  readonly onChange: (pane: Pane) => void
}) {
  const { room } = useMessages()
  return (
    <nav className="pane-switch no-print" aria-label={room.panes.label}>
      {PANES.map((it) => (
        <button
          key={it}
          type="button"
          aria-current={it === pane ? 'true' : undefined}
          onClick={() => onChange(it)}
        >
          {it === 'panel' ? room.panel.amendments : room.panes[it]}
        </button>
      ))}
    </nav>
  )
}
