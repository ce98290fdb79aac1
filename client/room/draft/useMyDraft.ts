import { useCallback, useEffect, useRef, useState } from 'react'
import type { Capacity } from '../../../shared/api.ts'
import type { CommandInput, Performed } from '../../../shared/command.ts'
import type { Edits } from '../../../shared/edits.ts'
import type { ById, DeclarationId, DraftId } from '../../../shared/ids.ts'
import { may } from '../../../shared/policy.ts'
import type { Draft } from '../../../shared/record.ts'
import type { Answer } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import type { DraftState } from '../../sync/draftRoom.ts'
import { useDraft, useUnsentDrafts } from '../../sync/useDraft.ts'
import type { RoomState } from '../../sync/useRoom.ts'

export interface MyDraft {
  /** The draft in the editor; null where this role, or this stage, has none. */
  readonly id: DraftId | null
  /** What the room's record says of it; a moment after it was opened. */
  readonly draft: Draft | null
  readonly state: DraftState | null
  readonly all: readonly Draft[]
  /** What drafts that the room sees grow change, one's own among them. */
  readonly live: ById<Edits>
  /** Why none could be opened. */
  readonly failure: Failure | null
  readonly choose: (draft: DraftId) => void
}

interface Asking {
  readonly declaration: DeclarationId
  readonly capacity: Capacity
  readonly room: RoomState
  readonly perform: (command: CommandInput) => Promise<Answer<Performed>>
}

const NOTHING: ById<Edits> = {}

/**
 * The draft that stands ready in the editor. A delegate always has one while drafting is open: opening it is
 * idempotent and shows nothing to anybody until a word is typed. The desk has one when it opened one.
 */
export function useMyDraft({ declaration, capacity, room, perform }: Asking): MyDraft {
  const [chosen, setChosen] = useState<DraftId | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const ended = useRef(new Set<DraftId>())
  const stage = room.view?.record.stage
  const mayWrite = stage !== undefined && may(capacity.role, 'draft.write', stage)
  const wanted = stage !== undefined && may(capacity.role, 'draft.open', stage) && room.status === 'open'
  // The desk's latest: what it has just opened is what it means to write in.
  const ofDesk = room.mine
    .filter(({ kind, id }) => kind !== 'amendment' && !ended.current.has(id))
    .sort((a, b) => Number(b.id.slice(1)) - Number(a.id.slice(1)))[0]
  const id = mayWrite ? (chosen ?? ofDesk?.id ?? null) : null
  const state = useDraft(declaration, capacity.id, id)
  useUnsentDrafts(declaration, capacity.id, room.status === 'open')

  useEffect(() => {
    if (!wanted || chosen !== null || failure !== null) return
    let here = true
    perform({ do: 'draft.open' }).then((answer) => {
      if (!here) return
      if (isFailure(answer)) setFailure(answer)
      else if (answer.draft !== undefined && !ended.current.has(answer.draft)) setChosen(answer.draft)
    })
    return () => {
      here = false
    }
  }, [wanted, chosen, failure, perform])

  // Tabled or discarded: the next blank draft takes its place.
  useEffect(() => {
    if (id === null || state?.is !== 'closed') return
    ended.current.add(id)
    setChosen(null)
  }, [id, state])

  const choose = useCallback((draft: DraftId) => {
    setFailure(null)
    setChosen(draft)
  }, [])
  const draft = room.mine.find((it) => it.id === id) ?? null
  return { id, draft, state, all: room.mine, live: room.view?.live ?? NOTHING, failure, choose }
}
