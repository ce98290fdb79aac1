import * as Y from 'yjs'
import type { Act } from '../../shared/act.ts'
import { fork } from '../../shared/draft.ts'
import type { AmendmentId, Pen } from '../../shared/ids.ts'
import type { Note } from '../../shared/note.ts'
import type { Record } from '../../shared/record.ts'
import { type Frozen, isWhole } from '../../shared/version.ts'
import type { Entry, Journal, PenEntry } from '../archive/contract.ts'
import { FORMAT, firstOf, inFew, Part, RecordBinder, recordParts } from './checkpoint-parts.ts'
import { laterUpdate } from './later-update.ts'
import { packPens, unpackPens } from './packed-pens.ts'
import { State } from './state.ts'

/** The declaration as its journal makes it; `ignored` hears of a checkpoint that is of no use. */
export async function replayed(journal: Journal, ignored: (why: unknown) => void): Promise<State> {
  const checkpoint = await journal.checkpoint()
  if (checkpoint) {
    try {
      return await folded(stateFrom(checkpoint.parts), journal.entries(checkpoint))
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

/**
 * The state as it stands at the call; every step of it has to be in the journal. It comes part by part, for nobody
 * shall wait for all of it: the parts can be taken later, whatever the state has become by then.
 */
export function toCheckpoint(state: State): Iterable<Part> {
  const { record, acts, text, hall, drafts, pens, notes, lastDraft } = state
  const base = Y.encodeStateVector(text)
  // Documents change in place, and are of this moment at once; all else is a value, and only its list changes …
  return partsOf({
    head: {
      part: 'head',
      format: FORMAT,
      text: Y.encodeStateAsUpdate(text),
      lastDraft,
      lastNote: notes.last,
    },
    hall: laterUpdate(hall),
    // A draft holds all that the text holds.
    drafts: [...drafts].map(([id, draft]) => ({
      part: 'draft',
      id,
      update: Y.encodeStateAsUpdate(draft, base),
    })),
    record,
    engrossed: [...state.engrossed],
    earlier: [...state.earlier],
    versions: [...state.versions],
    notes: notes.all(),
    // … and of the long lists only the end does: they need not be copied.
    acts: firstOf(acts, acts.length),
    pens: firstOf(pens.values(), pens.size),
  })
}

/** What was taken of a state at one moment. */
interface Moment {
  readonly head: Part
  readonly hall: Iterable<Uint8Array>
  readonly drafts: readonly Part[]
  readonly record: Record | null
  readonly engrossed: readonly [AmendmentId, Uint8Array][]
  readonly earlier: readonly [Pen, Uint8Array][]
  readonly versions: readonly (readonly [number, Frozen])[]
  readonly notes: readonly Note[]
  readonly acts: Iterable<Act>
  readonly pens: Iterable<PenEntry>
}

function* partsOf(moment: Moment): Generator<Part> {
  yield moment.head
  for (const piece of moment.hall) yield { part: 'hall', piece }
  yield* moment.drafts
  if (moment.record) yield* recordParts(moment.record)
  for (const [number, frozen] of moment.versions) yield { part: 'version', number, ...frozen }
  for (const of of inFew(moment.engrossed)) yield { part: 'engrossed', of }
  for (const of of inFew(moment.earlier)) yield { part: 'earlier', of }
  for (const few of inFew(moment.acts)) yield { part: 'acts', json: JSON.stringify(few) }
  for (const few of inFew(moment.notes)) yield { part: 'notes', json: JSON.stringify(few) }
  for (const some of inFew(moment.pens, PENS)) yield { part: 'pens', packed: packPens(some) }
}

/** As many as are packed in a millisecond or two. */
const PENS = 4_000

/** Throws where these are not the parts that `toCheckpoint` makes, or a version is not what its hash says (rule V1). */
export function stateFrom(parts: Iterable<unknown>): State {
  const reading: Reading = { state: new State(), record: new RecordBinder(), hall: [] }
  let count = 0
  for (const value of parts) {
    const part = Part.parse(value)
    if ((part.part === 'head') !== (count++ === 0))
      throw new TypeError('a checkpoint begins with its one head')
    take(reading, part)
  }
  if (count === 0) throw new TypeError('a checkpoint has a head')
  const { state, record, hall } = reading
  Y.applyUpdate(state.hall, Buffer.concat(hall))
  state.record = record.bound()
  checkVersions(state)
  return state
}

interface Reading {
  readonly state: State
  readonly record: RecordBinder
  readonly hall: Uint8Array[]
}

function take({ state, record, hall }: Reading, part: Part): void {
  switch (part.part) {
    case 'head':
      Y.applyUpdate(state.text, part.text)
      state.lastDraft = part.lastDraft
      state.notes.last = part.lastNote
      break
    case 'hall':
      hall.push(part.piece)
      break
    case 'draft':
      state.holdDraft(part.id, fork(state.text, [part.update]))
      break
    case 'entries':
      record.add(part.of, part.json)
      break
    case 'field':
      record.field(part.of, part.json)
      break
    case 'acts':
      state.acts.push(...(JSON.parse(part.json) as Act[]))
      break
    case 'engrossed':
      for (const [amendment, update] of part.of) state.engrossed.set(amendment, update)
      break
    case 'earlier':
      for (const [pen, update] of part.of) state.earlier.set(pen, update)
      break
    case 'version':
      state.versions.set(part.number, { words: part.words, state: part.state })
      break
    case 'notes':
      for (const note of JSON.parse(part.json) as Note[]) state.notes.put(note)
      break
    case 'pens':
      for (const pen of unpackPens(part.packed)) state.pens.give(pen)
  }
}

function checkVersions({ record, versions }: State): void {
  for (const head of record?.versions ?? []) {
    const { number } = head
    const frozen = versions.get(number)
    if (!frozen || !isWhole(frozen, head)) throw new Error(`version ${number} is not what its hash says`)
  }
}
