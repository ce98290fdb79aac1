import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import './Select.css'

export interface MenuEntry {
  readonly id: string
  readonly name: string
  readonly mark?: ReactNode
  readonly detail?: string
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** The entry that holds now, with a tick. */
  readonly selected?: string
}

export function Menu({ trigger, label, entries, selected }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover">
        <AriaMenu
          className="menu"
          aria-label={label}
          {...(selected === undefined ? {} : { selectionMode: 'single', selectedKeys: [selected] })}
        >
          {entries.map(({ id, name, mark, detail, isDisabled = false, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={name}
              className="menu-item"
              isDisabled={isDisabled}
              onAction={onAction}
            >
              {mark}
              <span>
                {name}
                {detail ? <span className="field-hint choice-hint">{detail}</span> : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
