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

export function Menu({ trigger, ...props }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover">
        <Entries {...props} />
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuAtProps extends Pick<MenuProps, 'label' | 'entries'> {
  /** Beside which it opens. */
  readonly at: Element
  readonly onClose: () => void
}

/** A menu that is open, beside an element that is no button of ours. */
export function MenuAt({ at, onClose, ...props }: MenuAtProps) {
  return (
    <Popover
      className="popover"
      triggerRef={{ current: at }}
      placement="bottom end"
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Entries {...props} onClose={onClose} />
    </Popover>
  )
}

interface EntriesProps extends Omit<MenuProps, 'trigger'> {
  readonly onClose?: () => void
}

function Entries({ label, entries, selected, onClose }: EntriesProps) {
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      {...(onClose ? { onClose, autoFocus: 'first' } : {})}
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
  )
}
