import { type Brought, hasRoom, type Room } from '../../../shared/bringing.ts'
import type { FoundChange, LostChange } from '../../../shared/found.ts'

interface Parted {
  readonly changes: FoundChange[]
  readonly lost: LostChange[]
}

/** What no draft has room for, be it alone in it, is handed back in words: everything else finds one. */
export function withinRoom(found: readonly FoundChange[], room: Room): Parted {
  const changes: FoundChange[] = []
  const lost: LostChange[] = []
  for (const change of found) {
    const { brought } = change
    if (brought.added.length === 0) {
      if (hasRoom(brought, room)) changes.push(change)
      else lost.push(...inWords(change))
      continue
    }
    const added = brought.added.filter((it) => hasRoom({ ...NOTHING, added: [it] }, room))
    const gone = brought.added.filter((it) => !added.includes(it))
    lost.push(...gone.map(({ text }) => ({ ...tooLong(change), insert: text })))
    if (added.length > 0) changes.push({ ...change, brought: { ...brought, added: joined(change, added) } })
  }
  return { changes, lost }
}

const NOTHING: Brought = { stood: [], hunks: [], added: [], moved: [] }

const tooLong = ({ label }: FoundChange): LostChange => ({
  ...{ what: 'words', label, was: '', insert: '', why: 'too-long' },
})

const inWords = (change: FoundChange): LostChange[] =>
  change.brought.hunks.map(({ was, insert }) => ({ ...tooLong(change), was, insert }))

/** Each after the one that is before it now. */
const joined = ({ clause }: FoundChange, added: Brought['added']): Brought['added'] =>
  added.map((it, at) => ({ ...it, after: added[at - 1]?.id ?? clause }))
