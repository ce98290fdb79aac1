import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'
import './GroupMembers.css'

export interface GroupMembersProps {
  readonly code: string
  /** Those that it speaks for here; without them, all its members. */
  readonly members?: readonly string[]
  readonly except?: readonly string[]
}

/** How many a group speaks for; pressed, who they are. */
export function GroupMembers({ code, members, except = [] }: GroupMembersProps) {
  const { nameOf, membersOf } = useConference()
  const { groups } = useMessages()
  const all = members ?? membersOf(code)
  if (all.length === 0) return null
  const title = groups.membersOf(nameOf(code))
  return (
    <DialogTrigger>
      <Button className="group-members" aria-label={`${groups.members(all.length)}: ${title}`}>
        {groups.members(all.length)}
      </Button>
      <Popover className="popover group-popover">
        <Dialog className="group-dialog" aria-label={title}>
          <p className="group-title">{title}</p>
          <p className="small">{all.map(nameOf).join(', ')}</p>
          {except.length > 0 ? (
            <p className="small muted">{groups.except(except.map(nameOf).join(', '))}</p>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
