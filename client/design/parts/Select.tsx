import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import './Field.css'
import { Icon } from './Icon.tsx'
import './Select.css'

export interface Option<T extends string> {
  readonly id: T
  /** What is shown and typed to find it. */
  readonly name: string
  /** Stands before the name: a flag. */
  readonly mark?: ReactNode
}

export interface SelectProps<T extends string> {
  readonly label: string
  /** Keeps the label for those who listen, and shows none. */
  readonly labelHidden?: boolean
  readonly options: readonly Option<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly placeholder?: string
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelHidden = false, options, value, onChange, placeholder } = props
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key)
    if (option) onChange(option.id)
  }
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={choose}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <Icon name="chevron" />
      </Button>
      <Popover className="popover">
        <ListBox className="list-box" items={options}>
          {({ id, name, mark }) => (
            <ListBoxItem id={id} textValue={name} className="list-box-item">
              {mark}
              <span>{name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
