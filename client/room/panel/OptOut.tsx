import type { Amendment } from '../../../shared/amendment.ts'
import { optedOut, spokenForBy } from '../../../shared/positions.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** A member need not go along with its group; that it doesn't is there for everybody to see. */
export function OptOut({ amendment }: { readonly amendment: Amendment }) {
  const { record, capacity, may, performAndTell } = useFloor()
  const { nameOf } = useConference()
  const { groups } = useMessages()
  const { delegation } = capacity
  if (delegation === null || !may('amendment.optout')) return null
  return spokenForBy(delegation, amendment, record.groups).map((group) => {
    const isOut = optedOut(amendment, group).includes(delegation)
    const name = nameOf(group)
    const turn = () =>
      performAndTell(
        { do: 'amendment.optout', amendment: amendment.id, group, out: !isOut },
        isOut ? groups.optedIn(name) : groups.optedOut(name),
      )
    return (
      <div key={group} className="stack-tight">
        <p className="small muted">{isOut ? groups.optedOut(name) : groups.speaking(name)}</p>
        <div>
          <Button size="small" kind="quiet" onPress={turn}>
            {isOut ? groups.optIn(name) : groups.optOut(name)}
          </Button>
        </div>
      </div>
    )
  })
}
