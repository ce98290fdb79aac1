import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DelegationCode } from '../../../shared/ids.ts'
import '../../design/parts/Field.css'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import './comments.css'
import { useMentionable } from './useMentionable.ts'

export interface MentionAreaProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (words: string) => void
  readonly rows?: number
  readonly autoFocus?: boolean
  /** Ctrl or Cmd with Enter. */
  readonly onSend: () => void
}

/** What is typed after an at sign, up to the caret. */
const ASKED = /(?<![\p{L}\p{N}])@(\p{L}{0,24})$/u

/** Words in which `@` offers the delegations; a mention reaches what concerns them. */
export function MentionArea(props: MentionAreaProps) {
  const { label, placeholder = '', value, onChange, rows = 2, autoFocus = false, onSend } = props
  const { comments } = useMessages().room
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [dismissed, dismiss] = useState<string | null>(null)
  const asked = ASKED.exec(value.slice(0, caret))
  const query = asked && asked[0] !== dismissed ? (asked[1] ?? '') : null
  const found = useMentionable(query)
  const chosen = found[Math.min(active, found.length - 1)]

  const see = () => setCaret(area.current?.selectionStart ?? 0)
  const choose = (code: DelegationCode) => {
    const start = caret - (asked?.[0].length ?? 0)
    const at = start + code.length + 2
    // At once: the next letter follows the name.
    flushSync(() => {
      onChange(`${value.slice(0, start)}@${code} ${value.slice(caret)}`)
      setActive(0)
      setCaret(at)
    })
    area.current?.focus()
    area.current?.setSelectionRange(at, at)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else if (found.length === 0 || !chosen) return
    else if (event.key === 'ArrowDown') setActive((active + 1) % found.length)
    else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen.code)
    else if (event.key === 'Escape') dismiss(asked?.[0] ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="field mention-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        className="input"
        rows={rows}
        maxLength={5_000}
        placeholder={placeholder}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: opened by a press that asks for it
        autoFocus={autoFocus}
        aria-autocomplete="list"
        {...(chosen
          ? { 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${chosen.code}` }
          : {})}
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
          setActive(0)
          dismiss(null)
        }}
        onSelect={see}
        onKeyDown={press}
        onBlur={() => setCaret(-1)}
      />
      {found.length > 0 ? (
        <div className="mention-list" id={`${id}-list`} role="listbox" aria-label={comments.mention}>
          {found.map(({ code, name, alpha2 }) => (
            <div
              key={code}
              id={`${id}-${code}`}
              role="option"
              // The focus stays in the words; the arrow keys choose.
              tabIndex={-1}
              aria-selected={code === chosen?.code}
              className="mention-option"
              // The press must not take the focus from the words.
              onPointerDown={(event) => {
                event.preventDefault()
                choose(code)
              }}
            >
              <Flag alpha2={alpha2} size="small" />
              <strong>{code}</strong> <span>{name}</span>
            </div>
          ))}
        </div>
      ) : null}
      <span className="visually-hidden" role="status">
        {query !== null && found.length > 0 ? comments.mentionFound(found.length) : ''}
      </span>
    </div>
  )
}
