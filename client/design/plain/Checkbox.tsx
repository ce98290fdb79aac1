import type { ReactNode } from 'react'
import '../parts/Choice.css'

export interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
}

export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <label className="choice" data-selected={isSelected || undefined}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={isSelected}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="choice-box" aria-hidden="true">
        <svg viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <path d="m3.500 8.500 3 3 6-7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </span>
      <span>{children}</span>
    </label>
  )
}
