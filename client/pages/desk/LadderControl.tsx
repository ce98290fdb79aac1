import { useState } from 'react'
import type { BlockId, DelegationCode } from '../../../shared/ids.ts'
import { LADDER, type Ladder } from '../../../shared/record.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { OnPaper } from '../../design/parts/Printed.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { useMessages } from '../../i18n.tsx'
import { AwaitingDialog } from './AwaitingDialog.tsx'
import { useDesk } from './useDesk.ts'

/** Where the clause stands on its ladder: open, bracketed, agreed ad referendum, agreed. */
export function LadderControl({ clause }: { readonly clause: BlockId }) {
  const { common, desk, refusals } = useMessages()
  const { view, perform, nameOfClause, may } = useDesk()
  const announce = useAnnounce()
  const [choosing, setChoosing] = useState(false)
  const { ladder, awaiting } = view.record.clauses[clause] ?? { ladder: 'open' as const, awaiting: [] }
  const name = nameOfClause(clause)
  const mark = (to: Ladder, capitals: readonly DelegationCode[] = []) =>
    perform(
      { do: 'clause.mark', clause, ladder: to, awaiting: [...capitals] },
      desk.marked(name, common.ladder[to]),
    )
  const choose = async (to: Ladder) => {
    if (to === 'ad referendum') return setChoosing(true)
    const failure = to === ladder ? null : await mark(to)
    if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
  }
  if (!may('clause.mark')) {
    return <Badge tone={ladder === 'agreed' ? 'good' : 'plain'}>{common.ladder[ladder]}</Badge>
  }
  return (
    <div className="ladder">
      {ladder === 'ad referendum' ? (
        <div className="row small">
          {awaiting.length > 0 ? <span className="muted">{desk.awaiting}</span> : null}
          {awaiting.map((code) => (
            <DelegationChip key={code} code={code} />
          ))}
          <Button kind="quiet" size="small" onPress={() => setChoosing(true)}>
            {desk.awaitingChange}
          </Button>
        </div>
      ) : null}
      <Select
        label={desk.ladder}
        labelHidden
        value={ladder}
        onChange={choose}
        options={LADDER.map((id) => ({ id, name: common.ladder[id] }))}
      />
      {ladder === 'open' ? null : (
        <OnPaper>
          <strong>{common.ladder[ladder]}</strong>
        </OnPaper>
      )}
      {choosing ? (
        <AwaitingDialog
          clause={name}
          awaiting={awaiting}
          onClose={() => setChoosing(false)}
          onMark={(capitals) => mark('ad referendum', capitals)}
        />
      ) : null}
    </div>
  )
}
