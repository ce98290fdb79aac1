import type { ReactNode } from 'react'
import '../parts/Choice.css'
import { Tick } from './Tick.tsx'

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
      <Tick />
      <span>{children}</span>
    </label>
  )
}
