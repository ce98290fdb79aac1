import { useMemo } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { inOrder, nameIn } from '../../../shared/delegation.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { useLanguage } from '../../i18n.tsx'
import './Field.css'
import { Flag } from './Flag.tsx'
import { Icon } from './Icon.tsx'
import './Select.css'

export interface StatePickerProps {
  readonly label: string
  /** Said when no State has the typed name. */
  readonly empty: string
  readonly value: DelegationCode | null
  readonly onChange: (value: DelegationCode | null) => void
  /** States that can't be picked again. */
  readonly except?: readonly DelegationCode[]
  readonly autoFocus?: boolean
  /** Groups can be picked too. */
  readonly withGroups?: boolean
}

/** One invited State, found by typing its name in the reader's language. */
export function StatePicker(props: StatePickerProps) {
  const { label, empty, value, onChange, except = [], autoFocus = false, withGroups = false } = props
  const { conference } = useConference()
  const { language } = useLanguage()
  const states = useMemo(
    () =>
      inOrder(
        [
          ...(conference?.delegations.filter(({ invited }) => invited) ?? []),
          ...(withGroups ? (conference?.groups.filter(({ dissolved }) => !dissolved) ?? []) : []),
        ],
        language,
      ),
    [conference, language, withGroups],
  )
  return (
    <ComboBox
      className="field"
      // Where the focus comes by itself, an open list would hide what has just been chosen.
      menuTrigger={autoFocus ? 'input' : 'focus'}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      defaultItems={states.filter(({ code }) => !except.includes(code))}
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <Label className="field-label">{label}</Label>
      <div className="combo">
        <Input className="input" />
        <Button className="combo-button">
          <Icon name="chevron" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="list-box" renderEmptyState={() => <p className="list-box-item">{empty}</p>}>
          {(state: (typeof states)[number]) => (
            <ListBoxItem
              id={state.code}
              textValue={nameIn(state, language, state.code)}
              className="list-box-item"
            >
              <Flag alpha2={state.alpha2} isGroup={'members' in state} />
              <span>{nameIn(state, language, state.code)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
