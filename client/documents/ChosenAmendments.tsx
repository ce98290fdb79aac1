import type { Amendment } from '../../shared/amendment.ts'
import type { AmendmentId, ById } from '../../shared/ids.ts'
import { Checkbox } from '../design/parts/Checkbox.tsx'
import { DelegationChip } from '../design/parts/DelegationChip.tsx'
import { useMessages } from '../i18n.tsx'

export interface ChosenAmendmentsProps {
  readonly amendments: ById<Amendment>
  readonly ticked: readonly AmendmentId[]
  readonly onChange: (ticked: readonly AmendmentId[]) => void
}

/** The pending amendments, in the order of tabling. They are read in the order in which they were ticked. */
export function ChosenAmendments({ amendments, ticked, onChange }: ChosenAmendmentsProps) {
  const { documents } = useMessages()
  const pending = pendingIn(amendments)
  return (
    <fieldset className="chosen-amendments">
      <legend className="field-label">{documents.choose}</legend>
      <div className="chosen-amendments-list">
        {pending.map(({ id, sponsor }) => (
          <Checkbox
            key={id}
            isSelected={ticked.includes(id)}
            onChange={(on) => onChange(on ? [...ticked, id] : ticked.filter((it) => it !== id))}
          >
            <DelegationChip code={sponsor} /> {id.slice(sponsor.length + 1)}
          </Checkbox>
        ))}
      </div>
      {ticked.length === 0 ? <p className="muted small">{documents.chooseFirst}</p> : null}
    </fieldset>
  )
}

export const pendingIn = (amendments: ById<Amendment>): readonly Amendment[] =>
  Object.values(amendments)
    .filter(({ state }) => state === 'pending')
    .sort((a, b) => a.number - b.number)
