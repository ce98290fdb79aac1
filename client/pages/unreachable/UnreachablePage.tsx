import { useCallback, useEffect, useState } from 'react'
import type { CapacityId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { CopyButton } from '../../design/parts/CopyButton.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { useMessages } from '../../i18n.tsx'
import { briefcase } from '../../sync/briefcase.ts'
import { type WaitingWords, waitingWords } from '../../sync/waiting.ts'
import './Unreachable.css'

/** How often the server is asked whether it is back. */
const AGAIN = 3_000

/** A page that was opened while the server can't be reached: what waits on this device, to read and to copy. */
export function UnreachablePage(props: { readonly capacity: CapacityId; readonly onRetry: () => void }) {
  const { common } = useMessages()
  const words = useWaiting(props.capacity)
  const ask = useReturn(props.onRetry)
  const { title, hint, waiting, waitingHint, nothing } = common.unreachable
  return (
    <Page title={title} layout="measure">
      <div className="stack">
        <div role="status">
          <h1>{title}</h1>
          <p>{hint}</p>
        </div>
        <div>
          <Button size="small" onPress={ask}>
            {common.tryAgain}
          </Button>
        </div>
        {words === null ? null : words.length === 0 ? (
          <p className="muted">{nothing}</p>
        ) : (
          <section className="stack" aria-labelledby="waiting">
            <h2 id="waiting">{waiting}</h2>
            <p className="muted">{waitingHint}</p>
            <ul className="waiting-list">
              {words.map((it) => (
                <Waiting key={`${it.draft}/${it.pen}/${it.clause}`} words={it} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  )
}

function Waiting({ words: { reads, words, struck = [] } }: { readonly words: WaitingWords }) {
  const { common } = useMessages()
  const { wrote, deleted } = common.unreachable
  return (
    <li className="waiting">
      <p className="waiting-clause">{reads}</p>
      {words === '' ? null : (
        <p>
          <span className="muted">{wrote}</span> <ins>{words}</ins>
        </p>
      )}
      {struck.length === 0 ? null : (
        <p>
          <span className="muted">{deleted}</span> <del>{struck.map((it) => it.trim()).join(' … ')}</del>
        </p>
      )}
      <div>
        <CopyButton text={reads} />
      </div>
    </li>
  )
}

/** Null until it was read. */
function useWaiting(capacity: CapacityId): readonly WaitingWords[] | null {
  const [words, setWords] = useState<readonly WaitingWords[] | null>(null)
  useEffect(() => {
    let here = true
    void waitingWords(briefcase(), capacity).then((found) => {
      if (here) setWords(found)
    })
    return () => {
      here = false
    }
  }, [capacity])
  return words
}

/** Asks again by itself, at once when the network is back. The meeting is asked for too: it was not answered either. */
function useReturn(session: () => void): () => void {
  const { reload: meeting } = useConference()
  const ask = useCallback(() => {
    session()
    meeting()
  }, [session, meeting])
  useEffect(() => {
    const timer = setInterval(ask, AGAIN)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('online', ask)
    }
  }, [ask])
  return ask
}
