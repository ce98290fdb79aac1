import { useState } from 'react'
import { DOCUMENTS, type DocumentKind } from '../../shared/document.ts'
import type { AmendmentId } from '../../shared/ids.ts'
import type { Record } from '../../shared/record.ts'
import { getDocument } from '../api/documents.ts'
import { useCapacity } from '../api/session.tsx'
import { Dialog } from '../design/parts/Dialog.tsx'
import { Select } from '../design/parts/Select.tsx'
import { useLanguage, useMessages } from '../i18n.tsx'
import { ChosenAmendments } from './ChosenAmendments.tsx'
import './documents.css'
import { Formats } from './Formats.tsx'

export interface DocumentDialogProps {
  readonly what: DocumentKind
  readonly record: Pick<Record, 'declaration' | 'versions' | 'amendments'>
  /** The version that it begins with; null for the text as it stands. */
  readonly version: number | null
  readonly onClose: () => void
}

/** Of which moment, and as what kind of file. */
export function DocumentDialog({ what, record, version, onClose }: DocumentDialogProps) {
  const { documents } = useMessages()
  const { language } = useLanguage()
  const { id: capacity } = useCapacity()
  const { declaration, versions } = record
  const [from, setFrom] = useState(earlierThan(version ?? versions.length))
  const [to, setTo] = useState<number | null>(version)
  const [ticked, tick] = useState<readonly AmendmentId[]>([])
  const symbol = versions.find(({ number }) => number === to)?.symbol ?? declaration.symbol
  const at = (
    label: string,
    isNowToo: boolean,
    value: number | null,
    choose: (at: number | null) => void,
  ) => (
    <Select
      label={label}
      value={value === null ? NOW : String(value)}
      onChange={(id) => choose(id === NOW ? null : Number(id))}
      options={[
        ...(isNowToo ? [{ id: NOW, name: documents.now }] : []),
        ...[...versions].reverse().map(({ number, symbol }) => ({ id: String(number), name: symbol })),
      ]}
    />
  )
  return (
    <Dialog title={documents.title(documents.what[what], symbol)} isOpen onClose={onClose}>
      <p className="muted">{documents.says[what]}</p>
      {what === 'comparison' ? at(documents.from, false, from, (it) => setFrom(it ?? 0)) : null}
      {what === 'amended' ? (
        <ChosenAmendments amendments={record.amendments} ticked={ticked} onChange={tick} />
      ) : (
        at(what === 'comparison' ? documents.to : documents.version, true, to, setTo)
      )}
      <Formats
        formats={DOCUMENTS[what]}
        isReady={what !== 'amended' || ticked.length > 0}
        ask={(format, signal) =>
          getDocument(
            declaration.id,
            capacity,
            {
              ...{ what, format, language },
              ...(what === 'comparison' ? inTime(from, to) : { from: null, version: to }),
              with: what === 'amended' ? ticked : [],
            },
            signal,
          )
        }
      />
    </Dialog>
  )
}

const NOW = 'now'

/** Whichever is named first: the earlier is compared with the later. */
const inTime = (from: number, to: number | null) =>
  to === null || from <= to ? { from, version: to } : { from: to, version: from }

/** The version before, as far as there is one. */
const earlierThan = (version: number): number => Math.max(0, version - 1)
