import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** Why nothing can be written here, and what can be done instead. */
export function ReadOnlyLine() {
  const { may, record, performAndTell, writeIn, capacity } = useFloor()
  const { room, common } = useMessages()
  const { bar } = room
  const isDesk = may('consolidation.open')
  const open = async () => {
    const answer = await performAndTell({ do: 'consolidation.open' }, '')
    if (answer?.draft !== undefined) writeIn(answer.draft)
  }
  const words = () => {
    if (isDesk) return bar.readOnly.desk
    const isAskedLater = capacity.role === 'delegate' && !may('draft.open')
    return isAskedLater ? bar.readOnly.stage(common.stages[record.stage]) : bar.readOnly.role
  }
  // A delegate's draft is on its way.
  if (may('draft.open')) return <p className="draft-what muted">{room.paper.opening}</p>
  return (
    <div className="draft-row">
      <p className="draft-what muted">{words()}</p>
      {isDesk ? (
        <Button size="small" onPress={open}>
          {bar.openConsolidation}
        </Button>
      ) : null}
    </div>
  )
}
