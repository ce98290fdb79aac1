import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import { useMessages } from '../../i18n.tsx'
import './Field.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  readonly hint?: string
  /** Says "optional" beside the label. */
  readonly optional?: boolean
  /** What is wrong, in words; empty when nothing is. */
  readonly error?: string
  readonly placeholder?: string
}

export function TextField({ label, hint, optional, error = '', placeholder, ...props }: TextFieldProps) {
  const { common } = useMessages()
  return (
    <AriaTextField {...props} isInvalid={error !== ''} className="field">
      <Label className="field-label">
        {label} {optional ? <span className="field-optional">{common.optional}</span> : null}
      </Label>
      <Input className="input" {...(placeholder === undefined ? {} : { placeholder })} />
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
