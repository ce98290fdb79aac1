import { inOrder, nameIn } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { useConference } from '../api/conference.tsx'
import { DelegationChip } from '../design/parts/DelegationChip.tsx'
import { Flag } from '../design/parts/Flag.tsx'
import { IconButton } from '../design/parts/IconButton.tsx'
import { Select } from '../design/parts/Select.tsx'
import { useLanguage } from '../i18n.tsx'

export interface DelegationPickerProps {
  readonly chosen: readonly DelegationCode[]
  /** Those that can't be chosen. */
  readonly without: readonly DelegationCode[]
  readonly onChange: (chosen: readonly DelegationCode[]) => void
  /** Names the list that one adds from. */
  readonly add: string
  readonly remove: (name: string) => string
}

/** Some of the delegations that are invited to the meeting, in the reader's order. */
export function DelegationPicker({ chosen, without, onChange, add, remove }: DelegationPickerProps) {
  const { conference, nameOf } = useConference()
  const { language } = useLanguage()
  const others = inOrder(conference?.delegations ?? [], language).filter(
    ({ code, invited }) => invited && !without.includes(code) && !chosen.includes(code),
  )
  return (
    <>
      <ul className="co-drafters">
        {chosen.map((code) => (
          <li key={code} className="row">
            <DelegationChip code={code} show="name" />
            <IconButton
              icon="close"
              label={remove(nameOf(code))}
              onPress={() => onChange(chosen.filter((it) => it !== code))}
            />
          </li>
        ))}
      </ul>
      <Select
        label={add}
        value={null}
        onChange={(code) => onChange([...chosen, code])}
        options={others.map((it) => ({
          id: it.code,
          name: nameIn(it, language, it.code),
          mark: <Flag alpha2={it.alpha2} />,
        }))}
        placeholder={add}
      />
    </>
  )
}
