import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import type { CheckboxProps as PlainProps } from '../plain/Checkbox.tsx'
import { Tick } from '../plain/Tick.tsx'
import './Choice.css'

/** Besides what every box has: a name where no words stand beside it, and the rest of its keys. */
type CheckboxProps = PlainProps & Omit<AriaCheckboxProps, 'className' | 'style' | keyof PlainProps>

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="choice">
      <Tick />
      <span>{children}</span>
    </AriaCheckbox>
  )
}
