import { type ReactNode, useId } from 'react'
import '../parts/Choice.css'
import '../parts/Field.css'

export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: T; readonly name: ReactNode; readonly language?: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** Two to six short words of which one holds. */
export function Segments<T extends string>({ label, choices, value, onChange }: SegmentsProps<T>) {
  const name = useId()
  return (
    <fieldset className="segments-field">
      <legend className="field-label">{label}</legend>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice.id} className="segment" data-selected={choice.id === value || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
            />
            <span lang={choice.language}>{choice.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
