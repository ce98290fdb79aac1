import { useState } from 'react'
import type { Group } from '../../../shared/api.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { GroupMembers } from '../../design/parts/GroupMembers.tsx'
import { useMessages } from '../../i18n.tsx'
import { GroupDialog } from './GroupDialog.tsx'

/** Delegations that act together, which the secretariat makes up. */
export function GroupsSection() {
  const { groups } = useMessages()
  const { conference, nameOf } = useConference()
  const [changing, change] = useState<Group | 'new' | null>(null)
  const all = conference?.groups ?? []
  return (
    <section className="people-state">
      <h2>{groups.title}</h2>
      <p className="muted small">{groups.lead}</p>
      {all.length === 0 ? <p className="muted">{groups.empty}</p> : null}
      <ul className="people-list">
        {all.map((group) => (
          <li key={group.code} className="person">
            <p>
              <DelegationChip code={group.code} show="both" /> <GroupMembers code={group.code} />
            </p>
            <div className="row person-deeds">
              <Button
                kind="quiet"
                size="small"
                aria-label={groups.changeTitle(nameOf(group.code))}
                onPress={() => change(group)}
              >
                {groups.change}
              </Button>
            </div>
          </li>
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
