import type { Act } from '../../../shared/act.ts'
import { openCheckpoint } from '../../../shared/checkpoint.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { getRecord } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { saveAs } from '../../api/save.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Watched } from '../../witness/declarationWitness.ts'
import { useWitness } from '../../witness/useWitness.ts'
import { HowToCheck } from './HowToCheck.tsx'
import { useSealed } from './useSealed.ts'

const ATTENTIVELY = { first: 0, pause: 2_000 }

export interface RecordLineProps {
  readonly view: RoomView
  /** As the server lists them. */
  readonly acts: readonly Act[]
}

/** What the server signs, whether it agrees with what this browser saw, and the record as a file. */
export function RecordLine({ view, acts: listed }: RecordLineProps) {
  const { ledger, refusals } = useMessages()
  const { id: capacity } = useCapacity()
  const announce = useAnnounce()
  const { declaration, acts } = view.record
  const watched = useWitness({ declaration: declaration.id, capacity, acts }, ATTENTIVELY)
  const isSealed = useSealed(listed, watched)
  const save = async () => {
    const record = await getRecord(declaration.id, capacity)
    if (isFailure(record)) announce(refusals.sentence(record.refused, record.about), 'problem')
    else saveAs(`${declaration.id}.record.json`, JSON.stringify(record), 'application/json')
  }
  return (
    <section className="record-line" aria-labelledby="record-title">
      <h2 id="record-title">{ledger.title}</h2>
      <p role="status">{useSaid(watched)}</p>
      {isSealed === false ? (
        <p className="record-other" role="alert">
          {ledger.otherActs}
        </p>
      ) : null}
      <div className="no-print">
        <Button onPress={save}>
          <Icon name="download" />
          {ledger.download}
        </Button>
      </div>
      <HowToCheck declaration={declaration.id} seen={watched.memory.seen} />
    </section>
  )
}

function useSaid({ finding, before, memory }: Watched): string {
  const { ledger } = useMessages()
  const { moment } = useDates()
  if (!finding) return ledger.looking
  const way = memory.contradiction?.way
  if (way === 'unproved') return ledger.warning.unproved
  if (finding.is === 'unproved') return ledger.unproved
  if (finding.is === 'contradicts' || way) return ledger.warning.title
  const size = ledger.size(openCheckpoint(finding.shown)?.head.size ?? 0)
  if (!before) return `${size} ${ledger.first}`
  return `${size} ${ledger.agrees(moment(before.at), openCheckpoint(before)?.head.size ?? 0)}`
}
