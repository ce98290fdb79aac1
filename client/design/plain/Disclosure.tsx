import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './Disclosure.css'
import '../parts/Button.css'

export interface DisclosureEntry {
  readonly id: string
  readonly name: string
  readonly mark?: ReactNode
  readonly detail?: string
  readonly onAction: () => void
}

export interface DisclosureProps {
  /** What is within. */
  readonly label: string
  /** What stands on the button. */
  readonly children: ReactNode
  readonly entries: readonly DisclosureEntry[]
  /** The entry that holds now, with a tick. */
  readonly selected?: string
}

/** A button, and a short list that it opens below itself: in the head of every page, the lightest too. */
export function Disclosure({ label, children, entries, selected }: DisclosureProps) {
  const [isOpen, open] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) open(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      open(false)
      button.current?.focus()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(box.current, event.key === 'ArrowDown' ? 1 : -1)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons within
    <div className="disclosure" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="button button-quiet button-small"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => open(!isOpen)}
      >
        {children}
      </button>
      {isOpen ? (
        <ul id={id} className="disclosure-list" aria-label={label}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="disclosure-entry"
                aria-current={entry.id === selected || undefined}
                onClick={() => {
                  open(false)
                  entry.onAction()
                }}
              >
                {entry.mark}
                <span>
                  {entry.name}
                  {entry.detail ? <span className="disclosure-detail">{entry.detail}</span> : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** To the next button or the one before, round and round. */
function step(box: HTMLElement | null, by: 1 | -1): void {
  const buttons = [...(box?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons.at((at + by) % buttons.length)?.focus()
}
