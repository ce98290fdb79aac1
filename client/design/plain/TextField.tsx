import { useId } from 'react'
import { useMessages } from '../../i18n.tsx'
import '../parts/Field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly autoComplete?: string
  /** Says "optional" beside the label. */
  readonly optional?: boolean
  /** Several lines; grows with its words where the browser can. */
  readonly multiline?: boolean
}

export function TextField({ label, optional, multiline, onChange, ...rest }: TextFieldProps) {
  const { common } = useMessages()
  const id = useId()
  const field = {
    ...rest,
    id,
    className: 'input',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {optional ? <span className="field-optional">{common.optional}</span> : null}
      </label>
      {multiline ? <textarea rows={3} {...field} /> : <input type="text" {...field} />}
    </div>
  )
}
