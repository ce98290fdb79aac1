import type { ReactNode } from 'react'
import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components'
import './Choice.css'
import './Field.css'

export interface Choice<T extends string> {
  readonly id: T
  readonly name: ReactNode
  readonly hint?: string
  readonly isDisabled?: boolean
}

export interface RadioGroupProps<T extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  /** `segments`: side by side in one frame, for two to five short words. */
  readonly look?: 'list' | 'segments'
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, labelHidden = false, choices, value, onChange, look = 'list' } = props
  const choose = (id: string) => {
    const choice = choices.find((it) => it.id === id)
    if (choice) onChange(choice.id)
  }
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      onChange={choose}
      orientation={look === 'list' ? 'vertical' : 'horizontal'}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className={look === 'list' ? 'choices' : 'segments'}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className={look === 'list' ? 'choice' : 'segment'}
          >
            {look === 'list' ? <span className="choice-box choice-round" aria-hidden="true" /> : null}
            <span>
              {choice.name}
              {choice.hint ? <span className="field-hint choice-hint">{choice.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  )
}

/** Two to five short words of which one holds. */
export function SegmentedControl<T extends string>(props: Omit<RadioGroupProps<T>, 'look'>) {
  return <RadioGroup {...props} look="segments" />
}
