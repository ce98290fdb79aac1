import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { renewUntouched } from '../../registerWorker.ts'
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
  useEffect(renewUntouched, [])
  const { answer, isAnswered, isOffline, failure, reload } = useEndorsing(declaration, useCapacity())
  const { common, endorse } = useMessages()
  const head = answer?.declaration
  return (
    <Page
      title={head ? `${endorse.title} · ${head.symbol}` : endorse.title}
      layout="measure"
      nav={false}
      {...(head ? { declaration: { id: head.id, symbol: head.symbol, title: '' } } : {})}
      status={answer && isAnswered ? <Badge tone="accent">{common.stages[answer.stage]}</Badge> : null}
    >
      {isOffline ? (
        <p className="offline-line" role="status">
          {common.offline}
        </p>
      ) : null}
      {failure ? <Problem failure={failure} onRetry={reload} /> : answer ? null : <Spinner />}
      {answer?.version ? (
        <Final answer={answer} isAnswered={isAnswered} version={answer.version} onDone={reload} />
      ) : null}
      {answer && !answer.version ? <NotYet answer={answer} onDone={reload} /> : null}
    </Page>
  )
}

function NotYet({ answer, onDone }: Pick<FinalProps, 'answer' | 'onDone'>) {
  const { common, endorse } = useMessages()
  return (
    <div className="endorse">
      <h1>{endorse.title}</h1>
      <EmptyState title={endorse.notYet} actions={<Link to="..">{endorse.toRoom}</Link>}>
        <div className="stack-tight">
          <p>{endorse.notYetHelp}</p>
          <p>{endorse.notYetStage(common.stages[answer.stage])}</p>
        </div>
      </EmptyState>
      {answer.signing ? <Enrolment listed={null} state={answer.signing} onDone={onDone} /> : null}
    </div>
  )
}

interface FinalProps {
  readonly answer: SignatoryAnswer
  readonly isAnswered: boolean
  readonly version: VersionHead
  readonly onDone: () => void
}

function Final({ answer, isAnswered, version, onDone }: FinalProps) {
  const { role } = useCapacity()
  const { endorse } = useMessages()
  const own = isAnswered ? answer.endorsement : null
  const endorsed = own !== null
  const before = useRef(endorsed)
  const heading = useRef<HTMLHeadingElement>(null)
  // The receipt stands at the top, far above the button that was pressed, which is gone.
  useEffect(() => {
    if (endorsed && !before.current) {
      window.scrollTo({ top: 0 })
      heading.current?.focus({ preventScroll: true })
    }
    before.current = endorsed
  }, [endorsed])
  const why = role !== 'signatory' ? endorse.noSignatory : whyNot(answer, endorse)
  return (
    <div className="endorse">
      <header className="endorse-head">
        <p className="numeric muted">{version.symbol}</p>
        <h1 ref={heading} tabIndex={-1}>
          {own ? endorse.receipt : endorse.title}
        </h1>
      </header>
      {own ? (
        <Suspense fallback={<Spinner />}>
          <Receipt
            endorsement={own}
            version={version}
            declaration={answer.declaration}
            languages={answer.languages}
          />
        </Suspense>
      ) : null}
      {isAnswered && !own ? <Notices answer={answer} /> : null}
      <FinalAndForm
        answer={answer}
        isAnswered={isAnswered}
        version={version}
        isOpen={!own && why === null}
        onDone={onDone}
      />
      {own?.signed && answer.stage === 'final' && role === 'signatory' ? (
        <Withdraw answer={answer} endorsement={own} onDone={onDone} />
      ) : null}
      {isAnswered && !own && why ? (
        <p className="muted" role="status">
          {why} <Link to="../roll">{endorse.toRoll}</Link>
        </p>
      ) : null}
    </div>
  )
}

/** What is special about endorsing now. */
function Notices({ answer: { withdrawal, endorsing } }: Pick<FinalProps, 'answer'>) {
  const { endorse } = useMessages()
  const { moment } = useDates()
  return (
    <>
      {withdrawal ? (
        <p className="told" role="status">
          {endorse.withdrawn(moment(withdrawal.at))}
        </p>
      ) : null}
      {endorsing?.isOpen && endorsing.addendum ? (
        <p className="told">{endorse.late(endorsing.addendum)}</p>
      ) : null}
    </>
  )
}

/** Why nobody can sign now, or null. */
function whyNot({ stage, endorsing }: SignatoryAnswer, words: ReturnType<typeof useMessages>['endorse']) {
  if (endorsing?.isOpen) return null
  return stage === 'closed' ? words.closed : words.notOpen
}
