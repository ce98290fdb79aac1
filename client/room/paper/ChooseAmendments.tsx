import { useMemo } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { type Proposal, rivalsAmong, spoken, type TabledProposal, touching } from '../proposals.ts'

export interface ChooseAmendmentsProps {
  readonly ticked: readonly AmendmentId[]
  readonly onChange: (ticked: readonly AmendmentId[]) => void
}

/** So many boxes are shown one by one; of more, those that are ticked. */
const MOST_BOXES = 60
/** So many the server reads together. */
const MOST_TICKED = 400

/** Any set of pending amendments: one by one, all of a delegation, or all in the clause where one stands. */
export function ChooseAmendments({ ticked, onChange }: ChooseAmendmentsProps) {
  const { texts } = useFloor()
  const { proposals, subs } = useProposed()
  const { room, amending } = useMessages()
  const pending = useMemo(
    () =>
      proposals
        .flatMap((it) => [it, ...(subs.get(it.id) ?? [])])
        .filter((it): it is TabledProposal => it.is === 'amendment'),
    [proposals, subs],
  )
  const chosen = pending.filter(({ id, amendment }) => ticked.includes(id) && amendment.amends === null)
  const clash = useMemo(() => rivalsAmong(chosen, chosen, texts).size > 0, [chosen, texts])
  const boxes =
    pending.length > MOST_BOXES
      ? pending.filter(({ id }) => ticked.includes(id)).slice(0, MOST_BOXES)
      : pending
  return (
    <fieldset className="amended-choose no-print">
      <legend>{room.paper.chooseAmendments}</legend>
      {pending.length === 0 ? <p className="muted small">{room.paper.nothingToChoose}</p> : null}
      {pending.length > 0 ? <Several pending={pending} ticked={ticked} onChange={onChange} /> : null}
      <div className="amended-list">
        {boxes.map(({ id, sponsor, amendment: { amends } }) => (
          <Checkbox
            key={id}
            isSelected={ticked.includes(id)}
            onChange={(on) => onChange(on ? [...ticked, id] : ticked.filter((it) => it !== id))}
          >
            <DelegationChip code={sponsor} />{' '}
            {amends
              ? amending.to(spoken(id).slice(sponsor.length + 1), spoken(amends.amendment))
              : spoken(id).slice(sponsor.length)}
          </Checkbox>
        ))}
      </div>
      {pending.length > 0 && ticked.length === 0 ? (
        <p className="muted small">{room.paper.chooseFirst}</p>
      ) : null}
      {clash ? <p className="amended-rivals">{room.paper.rival}</p> : null}
    </fieldset>
  )
}

function Several(props: ChooseAmendmentsProps & { readonly pending: readonly Proposal[] }) {
  const { pending, ticked, onChange } = props
  const { selected, nameOf: nameOfClause } = useFloor()
  const { nameOf, flagOf } = useConference()
  const { paper } = useMessages().room
  const sponsors = [...new Set(pending.map(({ sponsor }) => sponsor))]
  const here = selected ? touching(pending, selected) : []
  const tick = (those: readonly Proposal[]) => onChange(those.slice(0, MOST_TICKED).map(({ id }) => id))
  return (
    <div className="row amended-several">
      <Select
        label={paper.allOf}
        labelHidden
        placeholder={paper.allOf}
        value={null}
        onChange={(code) => tick(pending.filter(({ sponsors: by }) => by.includes(code)))}
        options={sponsors
          .map((id) => ({ id, name: nameOf(id), mark: <Flag alpha2={flagOf(id)} /> }))
          .sort((a, b) => a.name.localeCompare(b.name))}
      />
      {selected && here.length > 0 ? (
        <Button size="small" onPress={() => tick(here)}>
          {paper.allIn(nameOfClause(selected))}
        </Button>
      ) : null}
      {ticked.length > 0 ? (
        <Button size="small" kind="quiet" onPress={() => onChange([])}>
          {paper.untickAll}
        </Button>
      ) : null}
    </div>
  )
}
