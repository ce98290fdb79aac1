import { memo, useState } from 'react'
import { useNavigate } from 'react-router'
import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from '../../shared/document.ts'
import { may } from '../../shared/policy.ts'
import { finalVersion, type Record } from '../../shared/record.ts'
import { useCapacity } from '../api/session.tsx'
import { Button } from '../design/parts/Button.tsx'
import { Icon } from '../design/parts/Icon.tsx'
import { Menu } from '../design/parts/Menu.tsx'
import { useMessages } from '../i18n.tsx'
import { pendingIn } from './ChosenAmendments.tsx'
import { DocumentDialog } from './DocumentDialog.tsx'

export interface DocumentsMenuProps {
  readonly record: Record
  /** The version that the menu is about; left out: the text as it stands. */
  readonly version?: number
}

/** All that can be taken out of the room as a file: what there is of it stands in the table of documents. */
export const DocumentsMenu = memo(function DocumentsMenu({ record, version }: DocumentsMenuProps) {
  const { documents } = useMessages()
  const [asked, ask] = useState<DocumentKind | null>(null)
  const takeIn = useTakeIn(record, version)
  const symbol = record.versions.find(({ number }) => number === version)?.symbol
  const kinds = DOCUMENT_KINDS.filter((what) => DOCUMENTS[what].length > 0 && isThere(what, record, version))
  return (
    <>
      <Menu
        label={symbol ? documents.of(symbol) : documents.label}
        trigger={
          <Button kind="quiet" size="small">
            <Icon name="download" />
            <span className="documents-name">{documents.open}</span>
          </Button>
        }
        entries={[
          ...kinds.map((what) => ({
            id: what,
            name: documents.what[what],
            onAction: () => ask(what),
          })),
          ...takeIn,
        ]}
      />
      {asked ? (
        <DocumentDialog what={asked} record={record} version={version ?? null} onClose={() => ask(null)} />
      ) : null}
    </>
  )
})

/** Whoever drafts also brings back what was worked in. */
function useTakeIn({ declaration, stage }: Record, version: number | undefined) {
  const { documents } = useMessages()
  const { id, role } = useCapacity()
  const navigate = useNavigate()
  if (version !== undefined || !may(role, 'draft.open', stage)) return []
  const onAction = () => void navigate(`/as/${id}/d/${declaration.id}/file`)
  return [{ id: 'take in', name: documents.takeIn, onAction }]
}

/** What a text can't be amended by, or nobody has endorsed, is no document. */
function isThere(what: DocumentKind, record: Record, version: number | undefined): boolean {
  if (what === 'amended') return version === undefined && pendingIn(record.amendments).length > 0
  if (what === 'roll') return finalVersion(record) !== null
  return what !== 'comparison' || version !== 0
}
