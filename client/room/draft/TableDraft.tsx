import { useMemo, useState } from 'react'
import { isAlike } from '../../../shared/alike.ts'
import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { type Edits, isEmpty } from '../../../shared/edits.ts'
import type { Draft } from '../../../shared/record.ts'
import type { Block } from '../../../shared/text.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TakesPlace } from '../../design/parts/TakesPlace.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import type { DraftState } from '../../sync/draftRoom.ts'
import { useFloor, useProposed } from '../floor.tsx'
import { EditsRedline } from '../panel/EditsRedline.tsx'
import { type Proposal, spoken } from '../proposals.ts'
import { useBase } from '../useBase.ts'
import { Duplicates } from './Duplicates.tsx'

export interface TableDraftProps {
  readonly draft: Draft
  readonly edits: Edits
  readonly state: DraftState | null
}

/** Puts the draft on the table, or, for the desk's, into the text: after a look at exactly what it says. */
export function TableDraft({ draft, edits, state }: TableDraftProps) {
  const { perform, may, record, blocks } = useFloor()
  const { proposals } = useProposed()
  const { room, amending, compromise } = useMessages()
  const { bar } = room
  const announce = useAnnounce()
  const revised = draft.revises ? record.amendments[draft.revises] : undefined
  const [asking, ask] = useState(false)
  const [words, setWords] = useState(revised ? wordingInForce(revised).reason : '')
  const base = useBase(draft.amends)
  const alike = useMemo(
    () =>
      asking && draft.kind === 'amendment' && !draft.amends
        ? alikeAmong(proposals, blocks, edits, draft)
        : [],
    [asking, proposals, blocks, edits, draft],
  )
  const isDesk = draft.kind === 'consolidation'
  const isCompromise = draft.kind === 'compromise'
  const isSaved = state?.is === 'open' && state.unsaved === 0
  const say = sayingOf()

  const table = async () => {
    const answer = await perform(
      say.command.do === 'consolidation.adopt'
        ? { ...say.command, draft: draft.id, note: words }
        : { ...say.command, draft: draft.id, reason: words },
    )
    if (isFailure(answer)) return answer
    announce(say.done(spoken(answer.amendment ?? '')))
    return null
  }

  if (!may(say.command.do)) return null
  return (
    <>
      <Button
        data-deed="table"
        size="small"
        kind="primary"
        isDisabled={isEmpty(edits)}
        onPress={() => ask(true)}
      >
        {say.deed}
      </Button>
      <ConfirmDialog
        title={say.title}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={alike.length > 0 ? amending.tableAnyway : say.deed}
        size="wide"
        isDisabled={!isSaved}
        onConfirm={table}
      >
        <div className="stack">
          {isDesk || isCompromise ? null : <Duplicates draft={draft} of={alike} onDone={() => ask(false)} />}
          <EditsRedline edits={edits} clause={null} inPlace on={base} />
          {isDesk ? <TakesPlace draft={draft} record={record} edits={edits} say={spoken} /> : null}
          <TextArea label={say.label} optional hint={say.hint} value={words} onChange={setWords} rows={3} />
          <p className="muted small">{isSaved ? say.after : bar.waitSaved}</p>
        </div>
      </ConfirmDialog>
    </>
  )

  function sayingOf() {
    if (isDesk) {
      return {
        ...{ deed: bar.adopt, title: bar.adoptTitle, label: bar.adoptNote, hint: '', after: bar.adoptHint },
        ...{ command: { do: 'consolidation.adopt' as const }, done: () => bar.adopted },
      }
    }
    const common = { label: bar.reason, hint: bar.reasonHint }
    if (isCompromise) {
      return {
        ...common,
        ...{ deed: compromise.put, title: compromise.putTitle, after: compromise.putHint },
        ...{ command: { do: 'compromise.put' as const }, done: compromise.putDone },
      }
    }
    const tabling = {
      ...common,
      deed: bar.table,
      command: { do: 'amendment.table' as const },
      done: bar.tabled,
    }
    if (draft.amends && !draft.revises) {
      const to = spoken(draft.amends.amendment)
      return { ...tabling, title: amending.tableTo(to), after: amending.tableToHint(to) }
    }
    return draft.revises
      ? { ...tabling, title: bar.tableRevision(spoken(draft.revises)), after: bar.tableRevisionHint }
      : { ...tabling, title: bar.tableTitle, after: bar.tableHint }
  }
}

/** Pending amendments, but for the one that is reworded, that come to the same words. */
const alikeAmong = (
  proposals: readonly Proposal[],
  blocks: readonly Block[],
  edits: Edits,
  draft: Draft,
): Amendment[] =>
  proposals.flatMap((it) =>
    it.is === 'amendment' && it.id !== draft.revises && isAlike(blocks, edits, it.edits) ? it.amendment : [],
  )
