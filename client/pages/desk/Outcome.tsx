import type { OutcomeAnswer } from '../../../shared/api.ts'
import { givingWay } from '../../../shared/compromise.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import { type Fate, isSpent } from '../../../shared/standing.ts'
import { getOutcome } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { Badge, type BadgeTone } from '../../design/parts/Badge.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { StoodAfter } from '../../design/parts/MovedClauses.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/**
 * What accepting these in turn comes to, computed by the server in the same way as accepting them: the preview is
 * what you get (rule A3). The clauses that change, and what becomes of every other amendment that it bears on.
 */
export function Outcome({ amendments }: { readonly amendments: readonly AmendmentId[] }) {
  const { view, capacity } = useDesk()
  const { id } = view.record.declaration
  const { asked, reload } = useAsk(`${id} ${view.record.acts} ${amendments.join()}`, () =>
    getOutcome(id, capacity, amendments),
  )
  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  return (
    <>
      <Cannot chosen={amendments} outcome={asked.value} />
      <Changed outcome={asked.value} />
      <Fates chosen={amendments} outcome={asked.value} />
    </>
  )
}

interface PartProps {
  readonly chosen: readonly AmendmentId[]
  readonly outcome: OutcomeAnswer
}

function Cannot({ chosen, outcome: { accepted } }: PartProps) {
  const { order } = useMessages()
  const left = chosen.filter((id) => !accepted.includes(id))
  return left.length > 0 ? <p className="page-warning">{order.cannot(left.join(', '))}</p> : null
}

function Changed({ outcome: { blocks } }: Pick<PartProps, 'outcome'>) {
  const { desk, common } = useMessages()
  const { view } = useDesk()
  const { language } = view.record.declaration
  const { nameOfClause } = useDesk()
  const changed = blocks.filter(({ spans, moved }) => moved || spans.some(({ op }) => op !== 'kept'))
  return (
    <section className="would-read">
      <h3 className="would-read-label">{desk.outcome}</h3>
      {changed.length === 0 ? <p className="muted">{desk.outcomeSame}</p> : null}
      {changed.map(({ id: block, kind, label, spans, end, moved }) => (
        <p key={block} className="desk-words" lang={language} dir="auto">
          <span className="would-read-clause">{label ? common.clause(label) : common.title}</span>
          {moved ? <StoodAfter from={moved.from} amendment={moved.amendment} nameOf={nameOfClause} /> : null}
          <Redline pieces={spans} {...(kind === 'clause' ? { opening: language } : {})} />
          <span className="document-end">{end}</span>
        </p>
      ))}
    </section>
  )
}

const TONES: Readonly<Partial<Record<Fate, BadgeTone>>> = {
  stands: 'plain',
  accepted: 'good',
  carried: 'good',
}

/** Those on which it bears; what an amendment was before, and still is, is no news. */
function Fates({ chosen, outcome: { accepted, fates } }: PartProps) {
  const { desk } = useMessages()
  const { view, rivalsOf } = useDesk()
  const sign = useFateSign()
  const near = new Set(chosen.flatMap(rivalsOf))
  const told = Object.entries(fates).filter(([id, fate]) => {
    const before = view.effects[id]?.standing ?? 'stands'
    if (accepted.includes(id) || (isSpent(before) && before === fate)) return false
    return chosen.includes(id) || near.has(id) || fate !== before
  })
  if (told.length === 0) return null
  return (
    <section className="stack-tight">
      <h3>{desk.fates}</h3>
      <ul className="fates">
        {told.map(([id, fate]) => (
          <li key={id} className="row">
            <DelegationChip code={view.record.amendments[id]?.sponsor ?? ''} />
            <strong className="numeric">{id}</strong>
            <Badge tone={TONES[fate] ?? 'warning'}>{sign(fate)}</Badge>
            <span>{desk.fate[fate]}</span>
            {fate === 'superseded' ? <Consents id={id} chosen={chosen} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the sponsors of an amendment say to the compromise that would take its place. */
function Consents({ id, chosen }: { readonly id: AmendmentId; readonly chosen: readonly AmendmentId[] }) {
  const { view } = useDesk()
  const { nameOf } = useConference()
  const { compromise } = useMessages()
  const { amendments } = view.record
  const amendment = amendments[id]
  const to = chosen.flatMap((it) => amendments[it] ?? []).find((it) => it.compromise?.of.includes(id))
  if (!amendment || !to) return null
  const { consented, declined, unanswered } = givingWay(amendment, to)
  const said = [
    [consented, compromise.consents.accepts],
    [declined, compromise.withoutDeclined],
    [unanswered, compromise.withoutAnswer],
  ] as const
  return said.map(([codes, say]) =>
    codes.length > 0 ? (
      <span key={say('')} className="muted small">
        {say(codes.map(nameOf).join(', '))}
      </span>
    ) : null,
  )
}

function useFateSign(): (fate: Fate) => string {
  const { desk, common } = useMessages()
  return (fate) => {
    if (fate === 'accepted' || fate === 'superseded') return common.states[fate]
    return fate === 'falls' ? common.states.fallen : desk.standing[fate]
  }
}
