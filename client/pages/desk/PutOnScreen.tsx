import type { AmendmentId, BlockId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

export interface PutOnScreenProps {
  readonly clause: BlockId
  /** Alone; all of the clause where it is null. */
  readonly amendment: AmendmentId | null
}

/** Shows the hall what the desk is at; says what is there now. */
export function PutOnScreen({ clause, amendment }: PutOnScreenProps) {
  const { view, perform, may } = useDesk()
  const { screen, refusals } = useMessages()
  const announce = useAnnounce()
  const now = view.record.screen
  if (now?.clause === clause && now.amendment === amendment) return <Badge tone="accent">{screen.isOn}</Badge>
  if (!may('screen.show')) return null
  const put = async () => {
    const failure = await perform({ do: 'screen.show', clause, amendment }, screen.done)
    if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
  }
  // The hall is shown one amendment after the other: there the words would stand in every card.
  if (amendment !== null) return <IconButton icon="screen" label={screen.put} onPress={put} />
  return (
    <Button size="small" kind="quiet" onPress={put}>
      <Icon name="screen" />
      {screen.put}
    </Button>
  )
}
