import type { Act } from '../../../shared/act.ts'
import { type Amendment, sponsorsOf, wordingInForce } from '../../../shared/amendment.ts'
import type { Origin } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { talliesOf } from '../../../shared/positions.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'
import { actPoint } from './points.ts'
import type { Compared } from './useComparison.ts'

export interface OriginCardProps {
  readonly origin: Origin
  readonly view: RoomView
  readonly acts: readonly Act[]
  readonly comparison: Compared
  readonly onClose: () => void
}

/** Who, with which amendment and revision, who supported it, and which act decided it. */
export function OriginCard({ origin, view, acts, comparison, onClose }: OriginCardProps) {
  const { provenance } = useMessages()
  const { record } = view
  const amendment = origin.amendment === null ? null : (record.amendments[origin.amendment] ?? null)
  const act = acts.find((it) => it.act === origin.act)
  const follow = () => {
    comparison.compare(actPoint(origin.act - 1), actPoint(origin.act))
    onClose()
  }
  return (
    <>
      {amendment ? (
        <AmendmentLines amendment={amendment} origin={origin} view={view} />
      ) : (
        <p>{provenance.asLaid}</p>
      )}
      {act ? <ActLines act={act} /> : null}
      {act && act.act > 0 ? (
        <Button kind="quiet" size="small" onPress={follow}>
          {provenance.seeAct}
        </Button>
      ) : null}
      {origin.first ? (
        <section className="origin-first" aria-label={provenance.first}>
          <h3>{provenance.first}</h3>
          <OriginCard origin={origin.first} {...{ view, acts, comparison, onClose }} />
        </section>
      ) : null}
    </>
  )
}

interface AmendmentLinesProps {
  readonly amendment: Amendment
  readonly origin: Origin
  readonly view: RoomView
}

function AmendmentLines({ amendment, origin, view }: AmendmentLinesProps) {
  const { provenance } = useMessages()
  const { nameOf } = useConference()
  const { id, amends, restores } = amendment
  const { revision, reason } = wordingInForce(amendment)
  const symbol = restores === undefined ? null : (view.record.versions[restores]?.symbol ?? '')
  const supporters = talliesOf(amendment, view.record.groups)
    .filter(({ stand }) => stand === 'support')
    .flatMap(({ voices }) => voices.map(({ code }) => nameOf(code)))
  return (
    <>
      <p className="row">
        <strong>{useDeedWords(origin)}</strong>
        {sponsorsOf(amendment).map((code) => (
          <DelegationChip key={code} code={code} show="name" />
        ))}
      </p>
      <p>
        <span className="numeric">{provenance.amendment(id, revision)}</span>
        {amends ? ` · ${provenance.amending(amends.amendment)}` : null}
        {symbol ? ` · ${provenance.restoring(symbol)}` : null}
      </p>
      {reason ? <p className="origin-reason">{reason}</p> : null}
      {amendment.consolidation ? null : (
        <p>{supporters.length > 0 ? provenance.supported(supporters.join(', ')) : provenance.noSupport}</p>
      )}
    </>
  )
}

function useDeedWords({ did, first }: Origin): string {
  const { provenance } = useMessages()
  if (did === 'took out') return provenance.tookOut
  return first ? provenance.broughtBack : provenance.brought
}

function ActLines({ act }: { readonly act: Act }) {
  const { provenance } = useMessages()
  const { exact } = useDates()
  const note = 'note' in act ? act.note : ''
  return (
    <>
      <p className="muted">
        {provenance.act(act.act, act.by.name)} · <time dateTime={act.at}>{exact(act.at)}</time>
      </p>
      {note ? <p className="act-note">{note}</p> : null}
    </>
  )
}
