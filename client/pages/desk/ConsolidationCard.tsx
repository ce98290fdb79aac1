import { useContext, useState } from 'react'
import { Link } from 'react-router'
import { isEmpty } from '../../../shared/edits.ts'
import type { AmendmentId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/record.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TakesPlace } from '../../design/parts/TakesPlace.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import { Growing, useDesk } from './useDesk.ts'
import { WouldRead } from './WouldRead.tsx'

/** The desk edits in a draft too, and adopts it at a stroke. */
export function ConsolidationCard({ ticked }: { readonly ticked: readonly AmendmentId[] }) {
  const { desk, refusals } = useMessages()
  const { room, may, perform } = useDesk()
  const announce = useAnnounce()
  const [adopting, setAdopting] = useState(false)
  const draft = room.mine.find(({ kind }) => kind === 'consolidation')
  if (!may('consolidation.open') && !draft) return null
  const open = async () => {
    const failure = await perform({ do: 'consolidation.open', from: [...ticked] }, desk.consolidation.opened)
    if (failure) announce(refusals.sentence(failure.refused, failure.about), 'problem')
  }
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{desk.consolidation.title}</h2>
      </header>
      <p className="muted small">{desk.consolidation.hint}</p>
      {draft ? (
        <div className="row">
          <Link className="button button-secondary button-medium" to="..">
            {desk.consolidation.toRoom}
          </Link>
          {may('consolidation.adopt') ? (
            <Button kind="primary" onPress={() => setAdopting(true)}>
              {desk.consolidation.adopt}
            </Button>
          ) : null}
        </div>
      ) : (
        <Button onPress={open}>
          {ticked.length > 0 ? desk.consolidation.openFrom(ticked.length) : desk.consolidation.open}
        </Button>
      )}
      {draft && adopting ? <AdoptDraftDialog draft={draft} onClose={() => setAdopting(false)} /> : null}
    </section>
  )
}

function AdoptDraftDialog({ draft, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const { desk } = useMessages()
  const { view, perform } = useDesk()
  const [note, setNote] = useState('')
  const edits = useContext(Growing)[draft.id]
  return (
    <ConfirmDialog
      title={desk.consolidation.adopt}
      size="wide"
      isOpen
      onClose={onClose}
      confirm={desk.consolidation.adopt}
      onConfirm={() =>
        perform({ do: 'consolidation.adopt', draft: draft.id, note: note.trim() }, desk.consolidation.adopted)
      }
    >
      <p>{desk.consolidation.adoptHint}</p>
      {draft.sharing === 'private' ? <p className="muted">{desk.consolidation.private}</p> : null}
      {draft.sharing === 'live' && (!edits || isEmpty(edits)) ? (
        <p className="muted">{desk.consolidation.empty}</p>
      ) : null}
      {edits ? <WouldRead edits={edits} /> : null}
      <TakesPlace draft={draft} record={view.record} edits={edits ?? null} say={(id) => id} />
      <TextArea
        label={desk.note}
        hint={desk.noteHint}
        value={note}
        onChange={setNote}
        maxLength={5_000}
        optional
      />
    </ConfirmDialog>
  )
}
