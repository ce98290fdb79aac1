import type { AmendmentId } from '../../../shared/ids.ts'
import { getText } from '../../api/api.ts'
import { useAsk } from '../../api/useAsk.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/**
 * The text as amended by these, computed by the server in the same way as accepting them: the preview is what you
 * get (rule A3). Only the clauses that change are shown.
 */
export function Outcome({ amendments }: { readonly amendments: readonly AmendmentId[] }) {
  const { desk, common } = useMessages()
  const { view, capacity } = useDesk()
  const { id, language } = view.record.declaration
  const { asked, reload } = useAsk(`${id} ${view.record.acts} ${amendments.join()}`, () =>
    getText(id, capacity, 'amended', { amendments }),
  )
  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  const changed = asked.value.blocks.filter(({ spans }) => spans.some(({ op }) => op !== 'kept'))
  return (
    <section className="would-read">
      <h3 className="would-read-label">{desk.outcome}</h3>
      {changed.length === 0 ? <p className="muted">{desk.outcomeSame}</p> : null}
      {changed.map(({ id: block, kind, label, spans, end }) => (
        <p key={block} className="desk-words" lang={language} dir="auto">
          <span className="would-read-clause">{label ? common.clause(label) : common.title}</span>
          <Redline pieces={spans} {...(kind === 'clause' ? { opening: language } : {})} />
          <span className="document-end">{end}</span>
        </p>
      ))}
    </section>
  )
}
