import type { Act } from '../../shared/act.ts'
import type { DelegationCode, NoteId } from '../../shared/ids.ts'
import type { Note } from '../../shared/note.ts'

/** What delegations note for themselves: of every delegation, and each is for its own alone. */
export class Notebook {
  private readonly notes = new Map<NoteId, Note>()
  /** Number of the last note that was made; it may be gone. */
  last = 0

  take(act: Extract<Act, { kind: 'note made' | 'note removed' }>): void {
    if (act.kind === 'note made') this.make(act)
    else this.remove(act.note)
  }

  private make({ note: id, delegation, on, to, words, by, at }: Extract<Act, { kind: 'note made' }>): void {
    this.last = Math.max(this.last, Number(id.slice(1)))
    this.notes.set(id, { id, delegation, on, ...(to ? { to } : {}), words, by, at })
  }

  /** With the replies to it. */
  private remove(note: NoteId): void {
    for (const { id, to } of this.notes.values()) if (id === note || to === note) this.notes.delete(id)
  }

  get = (id: NoteId): Note | undefined => this.notes.get(id)

  of = (delegation: DelegationCode): readonly Note[] =>
    this.all().filter((note) => note.delegation === delegation)

  all = (): readonly Note[] => [...this.notes.values()]

  /** As a checkpoint has it. */
  put(note: Note): void {
    this.notes.set(note.id, note)
  }
}
