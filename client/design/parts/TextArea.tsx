import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Label,
  Text,
} from 'react-aria-components'
import { directionOf, useMessages } from '../../i18n.tsx'
import './Field.css'
import type { TextFieldProps } from './TextField.tsx'

export interface TextAreaProps extends TextFieldProps {
  readonly rows?: number
  /** Set in the serif: for words of the text itself. */
  readonly serif?: boolean
  /** Of the words, where it is not the page's. */
  readonly language?: string
}

/** Several lines; grows with its words where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, optional, error = '', placeholder, rows = 3, serif = false, language, ...rest } = props
  const { common } = useMessages()
  return (
    <AriaTextField {...rest} isInvalid={error !== ''} className="field">
      <Label className="field-label">
        {label} {optional ? <span className="field-optional">{common.optional}</span> : null}
      </Label>
      <AriaTextArea
        rows={rows}
        {...(language ? { lang: language, dir: directionOf(language) } : {})}
        className={serif ? 'input input-serif' : 'input'}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
