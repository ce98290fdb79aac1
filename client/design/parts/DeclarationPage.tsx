import type { ReactNode } from 'react'
import type { RoomView } from '../../../shared/mirror.ts'
import { Documents } from '../../documents/Documents.tsx'
import { useMessages } from '../../i18n.tsx'
import { SilenceBanner } from '../../silence/SilenceBanner.tsx'
import type { RoomState } from '../../sync/useRoom.ts'
import { HistoryWatch } from '../../witness/HistoryWatch.tsx'
import { Badge } from './Badge.tsx'
import { NoEntry } from './NoEntry.tsx'
import { Page } from './Page.tsx'
import { Printed } from './Printed.tsx'
import { Spinner } from './Spinner.tsx'

export interface DeclarationPageProps {
  readonly title: string
  /** What it is called on paper, where that is not its title. */
  readonly printed?: string
  readonly room: RoomState
  readonly layout?: 'measure' | 'wide'
  readonly nav?: boolean
  /** False on the page that says itself what the banner of a silence procedure says. */
  readonly banner?: boolean
  /** Drawn once the server's state has arrived. */
  readonly children: (view: RoomView) => ReactNode
}

/** A page about one declaration, live: says when it connects, is offline, or was refused. */
export function DeclarationPage({
  title,
  printed = title,
  room,
  layout = 'wide',
  nav = true,
  banner = nav,
  children,
}: DeclarationPageProps) {
  const { common } = useMessages()
  const { view, status, refusal, blocks } = room
  const head = view?.record.declaration
  const name = blocks.find(({ kind }) => kind === 'title')?.text ?? ''
  return (
    <Page
      title={head ? `${title} · ${head.symbol}` : title}
      layout={layout}
      nav={nav}
      {...(head ? { declaration: { id: head.id, symbol: head.symbol, title: name } } : {})}
      notice={
        head && view ? (
          <>
            <HistoryWatch declaration={head.id} acts={view.record.acts} />
            {banner ? <SilenceBanner record={view.record} /> : null}
          </>
        ) : null
      }
      tools={view ? <Documents record={view.record} /> : null}
      status={view ? <Badge tone="accent">{common.stages[view.record.stage]}</Badge> : null}
    >
      {status === 'offline' && view ? (
        <p className="offline-line no-print" role="status">
          {common.offline}
        </p>
      ) : null}
      {status === 'refused' ? (
        <NoEntry title={title} failure={{ detail: '', ...(refusal ?? { refused: 'server/fault' }) }} />
      ) : view ? (
        <>
          <Printed record={view.record} what={printed} title={name} />
          {children(view)}
        </>
      ) : (
        <Spinner label={common.connecting} />
      )}
    </Page>
  )
}
