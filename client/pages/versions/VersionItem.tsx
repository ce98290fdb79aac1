import { Link } from 'react-router'
import type { Record, VersionHead } from '../../../shared/record.ts'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { Menu } from '../../design/parts/Menu.tsx'
import { DocumentsMenu } from '../../documents/DocumentsMenu.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Compared } from './useComparison.ts'

export interface VersionItemProps {
  readonly record: Record
  readonly version: VersionHead
  /** Number of the act that froze it: its place in the record. Null until the acts have come. */
  readonly act: number | null
  readonly comparison: Compared
  /** Null for whom it is not to restore. */
  readonly onRestore: (() => void) | null
}

/** One version: what it is called, why, where it stands in the record, and what can be done with it. */
export function VersionItem({ record, version, act, comparison, onRestore }: VersionItemProps) {
  const { common, versions } = useMessages()
  const { moment } = useDates()
  const { number, symbol, note, final, hash, automatic, at, by, stage } = version
  const entries = [
    { id: 'compare', name: versions.compareWithNow, onAction: () => comparison.compare(number, 'now') },
    { id: 'names', name: versions.readWithNames, onAction: () => comparison.read(number) },
    ...(onRestore ? [{ id: 'restore', name: versions.restore.open, onAction: onRestore }] : []),
  ]
  return (
    <li className={automatic ? 'version version-automatic' : 'version'}>
      <p className="row">
        <strong className="numeric">{symbol}</strong>
        {final ? <Badge tone="good">{versions.final}</Badge> : null}
      </p>
      {automatic ? <p>{versions.frozenBefore[automatic](common.stages[stage])}</p> : null}
      {note ? <p className="version-note-words">{note}</p> : null}
      <p className="muted">
        {act === null ? null : `${versions.place(act)} · `}
        {versions.by(by.name, moment(at))}
      </p>
      <details>
        <summary>{versions.hash}</summary>
        <Hash hash={hash} />
      </details>
      <p className="row no-print">
        <Menu
          label={symbol}
          trigger={
            <Button kind="quiet" size="small">
              {versions.look}
            </Button>
          }
          entries={entries}
        />
        <DocumentsMenu record={record} version={number} />
        <Link to={`../account?version=${number}`} relative="path">
          {versions.account}
        </Link>
      </p>
    </li>
  )
}
