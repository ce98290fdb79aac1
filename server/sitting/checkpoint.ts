import * as Y from 'yjs'
import { z } from 'zod'
import type { Act } from '../../shared/act.ts'
import { fork } from '../../shared/draft.ts'
import type { Note } from '../../shared/note.ts'
import type { Record } from '../../shared/record.ts'
import { versionHash } from '../../shared/version.ts'
import type { Entry, Journal, PenEntry } from '../archive/contract.ts'
import { State } from './state.ts'

/**
 * A declaration in memory as one value, so that a long journal need not be replayed. It is a shortcut: whoever
 * changes what it holds gives it a new format, and the first start after that replays everything.
 */
const FORMAT = 'paraph-sitting/2'

/** The declaration as its journal makes it; `ignored` hears of a checkpoint that is of no use. */
export async function replayed(journal: Journal, ignored: (why: unknown) => void): Promise<State> {
  const checkpoint = await journal.checkpoint()
  if (checkpoint) {
    try {
      return await folded(stateFrom(checkpoint.value), journal.entries(checkpoint))
    } catch (why) {
      // Where the journal is to blame, reading all of it says so.
      ignored(why)
    }
  }
  return folded(new State(), journal.entries())
}

async function folded(state: State, entries: AsyncIterable<Entry>): Promise<State> {
  for await (const entry of entries) state.replay(entry)
  return state
}

/** The state as it stands; every step of it has to be in the journal. */
export function toCheckpoint(state: State): unknown {
  const { record, acts, text, hall, drafts, engrossed, versions, pens, lastDraft, notes, lastNote } = state
  const base = Y.encodeStateVector(text)
  const kept: Kept = {
    format: FORMAT,
    // Acts are canonical JSON, and JSON is read several times as fast as CBOR.
    record: JSON.stringify(record),
    acts: JSON.stringify(acts),
    text: Y.encodeStateAsUpdate(text),
    hall: Y.encodeStateAsUpdate(hall),
    // A draft holds all that the text holds.
    drafts: [...drafts].map(([id, draft]) => [id, Y.encodeStateAsUpdate(draft, base)]),
    engrossed: [...engrossed],
    versions: [...versions].map(([number, { words, state: exact }]) => [number, words, exact]),
    pens: JSON.stringify([...pens.values()]),
    lastDraft,
    notes: JSON.stringify([...notes.values()]),
    lastNote,
  }
  return kept
}

/** Throws where the value is not what `toCheckpoint` makes, or a version is not what its hash says (rule V1). */
export function stateFrom(value: unknown): State {
  const kept = Kept.parse(value)
  const state = new State()
  state.record = JSON.parse(kept.record) as Record | null
  for (const act of JSON.parse(kept.acts) as Act[]) state.acts.push(act)
  Y.applyUpdate(state.text, kept.text)
  Y.applyUpdate(state.hall, kept.hall)
  for (const [id, update] of kept.drafts) state.holdDraft(id, fork(state.text, [update]))
  for (const [amendment, update] of kept.engrossed) state.engrossed.set(amendment, update)
  for (const [number, words, exact] of kept.versions) state.versions.set(number, { words, state: exact })
  for (const pen of JSON.parse(kept.pens) as PenEntry[]) state.bind(pen)
  state.lastDraft = kept.lastDraft
  for (const note of JSON.parse(kept.notes) as Note[]) state.notes.set(note.id, note)
  state.lastNote = kept.lastNote
  checkVersions(state)
  return state
}

function checkVersions({ record, versions }: State): void {
  for (const { number, hash } of record?.versions ?? []) {
    const frozen = versions.get(number)
    if (!frozen || versionHash(frozen.words) !== hash)
      throw new Error(`version ${number} is not what its hash says`)
  }
}

const bytes = z.custom<Uint8Array>((it) => it instanceof Uint8Array)

const Kept = z.strictObject({
  format: z.literal(FORMAT),
  record: z.string(),
  acts: z.string(),
  text: bytes,
  hall: bytes,
  drafts: z.array(z.tuple([z.string(), bytes])),
  engrossed: z.array(z.tuple([z.string(), bytes])),
  versions: z.array(z.tuple([z.number(), z.string(), z.string()])),
  pens: z.string(),
  lastDraft: z.number(),
  // Checkpoints from before there were notes hold none.
  notes: z.string().default('[]'),
  lastNote: z.number().default(0),
})
type Kept = z.infer<typeof Kept>
