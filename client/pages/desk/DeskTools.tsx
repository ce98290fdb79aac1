import type { AmendmentId } from '../../../shared/ids.ts'
import { isSpent } from '../../../shared/standing.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { PutOnScreen } from './PutOnScreen.tsx'
import { RivalTools } from './RivalTools.tsx'
import { useTicking } from './ticking.ts'
import { useDesk } from './useDesk.ts'

export interface DeskToolsProps {
  readonly item: Item
  /** The rivals among which it is decided, in the order of decision; itself among them. */
  readonly group: readonly Item[]
  /** What amends it, and is decided before it. */
  readonly waits: readonly AmendmentId[]
  readonly decide: (decision: 'accept' | 'reject') => void
}

/** What the desk does with an amendment. */
export function DeskTools({ item, group, waits, decide }: DeskToolsProps) {
  const { desk } = useMessages()
  const { may } = useDesk()
  return (
    <>
      {may('amendment.decide') ? (
        <div className="row">
          <PutOnScreen clause={item.clauses[0] ?? ''} amendment={item.amendment.id} />
          <RivalTools item={item} group={group} />
          <Button size="small" kind="danger" onPress={() => decide('reject')}>
            {desk.reject}
          </Button>
          <Button
            size="small"
            kind="primary"
            isDisabled={isSpent(item.standing) || waits.length > 0}
            onPress={() => decide('accept')}
          >
            {desk.accept}
          </Button>
        </div>
      ) : (
        <PutOnScreen clause={item.clauses[0] ?? ''} amendment={item.amendment.id} />
      )}
    </>
  )
}

/** Ticked only together with all that amends it. */
export function Tick({ item, waits }: Pick<DeskToolsProps, 'item' | 'waits'>) {
  const { desk } = useMessages()
  const { may } = useDesk()
  const { ticked, tick } = useTicking()
  const { id } = item.amendment
  if (!may('amendment.decide') || isSpent(item.standing) || !waits.every((it) => ticked.has(it))) return null
  return (
    <Checkbox isSelected={ticked.has(id)} onChange={(on) => tick(id, on)} aria-label={desk.tick(id)}>
      {null}
    </Checkbox>
  )
}
