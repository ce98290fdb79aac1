import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'
import './GroupMembers.css'

export interface GroupMembersProps {
  readonly code: string
  /** Those that it speaks for here; without them, all its members. */
  readonly members?: readonly string[]
  readonly except?: readonly string[]
  /** There is room for all their codes; otherwise only those of a small group stand there. */
  readonly isWide?: boolean
}

/** So many codes stand in a line of a card. */
const FEW = 8

/** How many a group speaks for, and by code who they are where there is room; pressed, by name. */
export function GroupMembers({ code, members, except = [], isWide = false }: GroupMembersProps) {
  const { nameOf, membersOf } = useConference()
  const { groups } = useMessages()
  const all = members ?? membersOf(code)
  if (all.length === 0) return null
  const title = groups.membersOf(nameOf(code))
  const isShown = isWide || all.length <= FEW
  return (
    <>
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
      {/* Those who listen hear them by name, on pressing. */}
      {isShown ? (
        <span className="group-codes" aria-hidden="true">
          {' '}
          {all.join(', ')}
        </span>
      ) : null}
    </>
  )
}
