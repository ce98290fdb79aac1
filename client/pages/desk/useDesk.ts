import { createContext, useCallback, useContext } from 'react'
import type { CommandInput } from '../../../shared/command.ts'
import type { Edits } from '../../../shared/edits.ts'
import type { AmendmentId, BlockId, ById } from '../../../shared/ids.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { type Deed, may } from '../../../shared/policy.ts'
import { command } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { useMessages } from '../../i18n.tsx'
import type { RoomState } from '../../sync/useRoom.ts'

/** Nothing of what grows with every letter that somebody types. */
export interface DeskSight {
  readonly room: Pick<RoomState, 'doc' | 'blocks' | 'mine'>
  readonly view: Pick<RoomView, 'record' | 'effects'>
  /** Pending amendments that can't have their way together with it. */
  readonly rivalsOf: (amendment: AmendmentId) => readonly AmendmentId[]
  /** Says what is about to be decided, so that the focus goes on from there; nothing, where it was refused. */
  readonly keepPlace: (decided: readonly AmendmentId[]) => void
}

export const Desk = createContext<DeskSight | null>(null)

/** Drafts that the room sees grow. */
export const Growing = createContext<ById<Edits>>({})

/** What the parts of the desk work with: the declaration as it stands, and ways to act on it. */
export function useDesk() {
  const sight = useContext(Desk)
  if (!sight) throw new Error('a part of the desk outside the desk')
  const { common } = useMessages()
  const { id: capacity, role } = useCapacity()
  const announce = useAnnounce()
  const { record } = sight.view
  const { id } = record.declaration

  /** Performs one command and says in `done` that it is; a failure is given back for the dialog to show. */
  const perform = useCallback(
    async (input: CommandInput, done: string): Promise<Failure | null> => {
      const answer = await command(id, capacity, input)
      if (isFailure(answer)) return answer
      announce(done)
      return null
    },
    [id, capacity, announce],
  )
  const label = record.clauses
  const nameOfClause = (clause: BlockId): string =>
    label[clause]?.label ? common.clause(label[clause].label) : common.title
  return { ...sight, capacity, perform, nameOfClause, may: (deed: Deed) => may(role, deed, record.stage) }
}
