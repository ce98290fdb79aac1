import { useState } from 'react'
import type { Group } from '../../../shared/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { GroupMembers } from '../../design/parts/GroupMembers.tsx'
import { useMessages } from '../../i18n.tsx'
import { DissolveGroup } from './DissolveGroup.tsx'
import { GroupDialog } from './GroupDialog.tsx'

export interface GroupsSectionProps {
  /** A group was dissolved, and with it the capacities of those who spoke for it. */
  readonly onDissolved: () => void
}

/** Delegations that act together, which the secretariat makes up and dissolves. */
export function GroupsSection({ onDissolved }: GroupsSectionProps) {
  const { groups } = useMessages()
  const { conference } = useConference()
  const [changing, change] = useState<Group | 'new' | null>(null)
  const all = conference?.groups ?? []
  return (
    <section className="people-state">
      <h2>{groups.title}</h2>
      <p className="muted small">{groups.lead}</p>
      {all.length === 0 ? <p className="muted">{groups.empty}</p> : null}
      <ul className="people-list">
        {all.map((group) => (
          <GroupRow key={group.code} group={group} onChange={() => change(group)} onDissolved={onDissolved} />
        ))}
      </ul>
      <div>
        <Button onPress={() => change('new')}>{groups.make}</Button>
      </div>
      {changing ? (
        <GroupDialog group={changing === 'new' ? null : changing} onClose={() => change(null)} />
      ) : null}
    </section>
  )
}

function GroupRow(props: GroupsSectionProps & { readonly group: Group; readonly onChange: () => void }) {
  const { group, onChange, onDissolved } = props
  const { groups } = useMessages()
  const { nameOf } = useConference()
  const dates = useDates()
  const { code, dissolved } = group
  return (
    <li className="person group-row">
      <p>
        <DelegationChip code={code} show="both" /> <GroupMembers code={code} isWide />{' '}
        {dissolved ? (
          <span title={dates.exact(dissolved)}>
            <Badge>{groups.dissolved}</Badge>
          </span>
        ) : null}
      </p>
      {dissolved ? null : (
        <div className="row person-deeds">
          <Button kind="quiet" size="small" aria-label={groups.changeTitle(nameOf(code))} onPress={onChange}>
            {groups.change}
          </Button>
          <DissolveGroup group={group} onDone={onDissolved} />
        </div>
      )}
    </li>
  )
}
