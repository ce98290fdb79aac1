import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import type { EndorsingAnswer } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import './Endorse.css'
import { Enrolment } from './Enrolment.tsx'
import { FinalAndForm } from './FinalAndForm.tsx'
import { useEndorsing } from './useEndorsing.ts'
import { Withdraw } from './Withdraw.tsx'

// Comes to those who have signed: it draws a code, which takes more script than the rest of the page.
const Receipt = lazy(() => import('./Receipt.tsx').then((it) => ({ default: it.Receipt })))

/** The final text in full, then the signature, then the receipt; nothing else. */
export function EndorsePage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const { asked, isOffline, reload } = useEndorsing(declaration, capacity)
  const { common, endorse } = useMessages()
  const value = asked.is === 'ready' ? asked.value : null
  const head = value?.declaration
  return (
    <Page
      title={head ? `${endorse.title} · ${head.symbol}` : endorse.title}
      layout="measure"
      nav={false}
      {...(head ? { declaration: { id: head.id, symbol: head.symbol, title: '' } } : {})}
      status={value ? <Badge tone="accent">{common.stages[value.stage]}</Badge> : null}
    >
      {isOffline ? (
        <p className="offline-line" role="status">
          {common.offline}
        </p>
      ) : null}
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {value?.version ? <Final answer={value} version={value.version} onDone={reload} /> : null}
      {value && !value.version ? <NotYet answer={value} /> : null}
    </Page>
  )
}

function NotYet({ answer }: { readonly answer: EndorsingAnswer }) {
  const { common, endorse } = useMessages()
  const { role } = useCapacity()
  return (
    <div className="endorse">
      <h1>{endorse.title}</h1>
      <EmptyState title={endorse.notYet} actions={<Link to="..">{endorse.toRoom}</Link>}>
        <div className="stack-tight">
          <p>{endorse.notYetHelp}</p>
          <p>{endorse.notYetStage(common.stages[answer.stage])}</p>
        </div>
      </EmptyState>
      {role === 'signatory' ? <Enrolment listed={null} /> : null}
    </div>
  )
}

interface FinalProps {
  readonly answer: EndorsingAnswer
  readonly version: VersionHead
  readonly onDone: () => void
}

function Final({ answer, version, onDone }: FinalProps) {
  const { role } = useCapacity()
  const { endorse } = useMessages()
  const { moment } = useDates()
  const { endorsement: own, withdrawal, endorsing } = answer
  const endorsed = own !== null
  const before = useRef(endorsed)
  // The receipt stands at the top, far above the button that was pressed.
  useEffect(() => {
    if (endorsed && !before.current) window.scrollTo({ top: 0 })
    before.current = endorsed
  }, [endorsed])
  const why = role !== 'signatory' ? endorse.noSignatory : whyNot(answer, endorse)
  return (
    <div className="endorse">
      <header className="endorse-head">
        <p className="numeric muted">{version.symbol}</p>
        <h1>{own ? endorse.receipt : endorse.title}</h1>
      </header>
      {own ? (
        <Suspense fallback={<Spinner />}>
          <Receipt endorsement={own} version={version} declaration={answer.declaration} />
        </Suspense>
      ) : null}
      {!own && withdrawal ? (
        <p className="notice" role="status">
          {endorse.withdrawn(moment(withdrawal.at))}
        </p>
      ) : null}
      {!own && endorsing?.isOpen && endorsing.addendum ? (
        <p className="notice">{endorse.late(endorsing.addendum)}</p>
      ) : null}
      <FinalAndForm answer={answer} version={version} isOpen={!own && why === null} onDone={onDone} />
      {own?.signed && answer.stage === 'final' && role === 'signatory' ? (
        <Withdraw answer={answer} endorsement={own} onDone={onDone} />
      ) : null}
      {!own && why ? (
        <p className="muted" role="status">
          {why} <Link to="../roll">{endorse.toRoll}</Link>
        </p>
      ) : null}
    </div>
  )
}

/** Why nobody can sign now, or null. */
function whyNot({ stage, endorsing }: EndorsingAnswer, words: ReturnType<typeof useMessages>['endorse']) {
  if (endorsing?.isOpen) return null
  return stage === 'closed' ? words.closed : words.notOpen
}
