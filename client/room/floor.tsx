import { createContext, type ReactNode, useContext } from 'react'
import type { Capacity } from '../../shared/api.ts'
import type { CommandInput, Performed } from '../../shared/command.ts'
import type { AmendmentId, BlockId, DeclarationId, DraftId, ThreadId } from '../../shared/ids.ts'
import type { Note } from '../../shared/note.ts'
import type { Labels } from '../../shared/numbering.ts'
import type { Deed } from '../../shared/policy.ts'
import type { Record } from '../../shared/record.ts'
import type { Block } from '../../shared/text.ts'
import type { Answer } from '../api/api.ts'
import type { ProposalId } from '../editor/around.ts'
import type { RoomState } from '../sync/useRoom.ts'
import type { Commented } from './comments/commented.ts'
import type { Proposal } from './proposals.ts'

/** What every part of the room knows, and what it can do. The same value until an act or the person moves it. */
export interface Floor {
  readonly declaration: DeclarationId
  readonly capacity: Capacity
  readonly record: Record
  /** The blocks of the text; in the editor there may be more, and other words. */
  readonly blocks: readonly Block[]
  readonly texts: ReadonlyMap<BlockId, string>
  readonly labels: Labels
  readonly selected: BlockId | null
  readonly opened: ProposalId | null
  readonly openedThread: ThreadId | null
  /** Words on which discussions hang. */
  readonly commented: Commented
  /** What only one's own delegation reads. */
  readonly notes: readonly Note[]
  select(clause: BlockId): void
  /** Opens the proposal's card in the panel of the clause that it touches first. */
  open(proposal: ProposalId): void
  /** Opens the discussion where it hangs: in its clause, or on the card of its amendment. */
  openThread(thread: ThreadId): void
  /** Brings the clause into view on the paper. */
  goTo(clause: BlockId): void
  /** Whether this role may do it at this stage (rule P5). */
  may(deed: Deed): boolean
  /** `Clause 3`, `Title`. */
  nameOf(clause: BlockId): string
  perform(command: CommandInput): Promise<Answer<Performed>>
  /** Performs, and says in a line what was done or why not. */
  performAndTell(command: CommandInput, done: string): Promise<Performed | null>
  /** Puts another draft of one's own into the editor. */
  writeIn(draft: DraftId): void
  /** The selected words of one clause. */
  quote(): Quoted | null
}

/** `at`: where they begin in the text of the clause, as far as that is known. */
export interface Quoted {
  readonly clause: BlockId
  readonly words: string
  readonly at: number | null
}

/** What is proposed: moves with every letter that somebody types live. */
export interface Proposed {
  /** Pending, without the draft that is open in the editor. */
  readonly proposals: readonly Proposal[]
  /** Those of them that can't have their way together with that draft. */
  readonly against: ReadonlySet<ProposalId>
  /** What amends pending amendments, by the amendment. */
  readonly subs: ReadonlyMap<AmendmentId, readonly Proposal[]>
}

/** Who is in the room, and whether it can be reached. */
export type Attendance = Pick<RoomState, 'presence' | 'status' | 'isDiskFull'>

const Shared = createContext<Floor | null>(null)
const Pending = createContext<Proposed>({ proposals: [], against: new Set(), subs: new Map() })
const Attending = createContext<Attendance>({
  presence: [],
  status: 'connecting',
  isDiskFull: false,
})

export interface FloorProviderProps {
  readonly floor: Floor
  readonly proposed: Proposed
  readonly attendance: Attendance
  readonly children: ReactNode
}

export function FloorProvider({ floor, proposed, attendance, children }: FloorProviderProps) {
  return (
    <Shared value={floor}>
      <Pending value={proposed}>
        <Attending value={attendance}>{children}</Attending>
      </Pending>
    </Shared>
  )
}

export const useProposed = (): Proposed => useContext(Pending)

export const useAttendance = (): Attendance => useContext(Attending)

export function useFloor(): Floor {
  const floor = useContext(Shared)
  if (!floor) throw new Error('a part of the room outside the room')
  return floor
}
