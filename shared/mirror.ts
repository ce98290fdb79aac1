import * as Y from 'yjs'
import type { Amendment, Effect } from './amendment.ts'
import { type Edits, isEmpty, movesOf, NO_EDITS, withMoves } from './edits.ts'
import { effectOf, type Ground, sheetOf } from './effect.ts'
import type { Signatory } from './endorsement.ts'
import type { AmendmentId, ById, DelegationCode } from './ids.ts'
import type { ClauseStatus, Draft, OnScreen, Record, Thread, VersionHead } from './record.ts'
import type { Endorsement, Endorsing, LanguageVersion, Paper, Withdrawal } from './roll.ts'
import type { Receipt, Silence } from './silence.ts'

/**
 * How the record stands in the Y.Map `record`: one key for each thing that changes on its own, `noun/id`, with a
 * plain JSON value. A change rewrites its key and no other; a reader keeps what did not change.
 *
 *     declaration  stage  acts  screen  public  silence  receipt/<code>  clause/<block>  amendment/<id>  engrossed/<id>
 *     thread/<id>  group/<code>  version/<n>  language/<language>  endorsing  signatory/<capacity>
 *     endorsement/<State>  withdrawal/<act>  paper/<id>  draft/<id>  shape/<draft>  words/<draft>
 *
 * `engrossed` holds the bytes of a pending amendment's wording, as it would be applied to the text. What it would do
 * there now is told by whoever reads (`effect.ts`): it changes with every move of the text, and is written nowhere.
 *
 * The edits of a draft that the room sees grow are cut in two: `shape` says where, `words` is a Y.Text with the
 * words, and a letter typed is a splice of it, some twenty bytes to everybody.
 */
export type Mirror = ReadonlyMap<string, unknown>

/** What the whole room sees: the record, what pending amendments would do now, and the drafts shared live. */
export interface RoomView {
  readonly record: Record
  readonly effects: ById<Effect>
  readonly live: ById<Edits>
}

/** Of what the room sees, that which is written in the map; the rest follows from it and the text. */
export type Written = Omit<RoomView, 'effects'>

/** Everything but the drafts. */
export function mirrorOfRecord(
  record: Record,
  engrossed: ReadonlyMap<AmendmentId, Uint8Array>,
): Map<string, unknown> {
  const mirror = new Map<string, unknown>([
    ['declaration', record.declaration],
    ['stage', record.stage],
    ['acts', record.acts],
  ])
  if (record.screen) mirror.set('screen', record.screen)
  if (record.isPublic !== undefined) mirror.set('public', record.isPublic)
  if (record.silence) mirror.set('silence', record.silence)
  if (record.endorsing) mirror.set('endorsing', record.endorsing)
  const put = (noun: string, all: ById<unknown>) => {
    for (const [id, value] of Object.entries(all)) mirror.set(`${noun}/${id}`, value)
  }
  put('clause', record.clauses)
  put('amendment', record.amendments)
  for (const { id, state } of Object.values(record.amendments)) {
    const wording = engrossed.get(id)
    if (state === 'pending' && wording) mirror.set(`engrossed/${id}`, wording)
  }
  put('thread', record.threads)
  put('group', record.groups)
  put('receipt', record.receipts ?? {})
  for (const version of record.versions) mirror.set(`version/${version.number}`, version)
  put('language', record.languages ?? {})
  put('signatory', record.signatories)
  put('paper', record.papers)
  for (const endorsement of record.endorsements) mirror.set(`endorsement/${endorsement.state}`, endorsement)
  for (const withdrawal of record.withdrawals) mirror.set(`withdrawal/${withdrawal.act}`, withdrawal)
  return mirror
}

/** A draft that is shared live and in which there is something to see; of any other nobody learns that it exists. */
export function mirrorOfDraft(draft: Draft, edits: Edits): Map<string, unknown> {
  if (draft.sharing !== 'live' || isEmpty(edits)) return new Map()
  const words = [...edits.hunks.map(({ insert }) => insert), ...edits.added.map(({ text }) => text)]
  const shape: Edits = {
    hunks: edits.hunks.map((hunk) => ({ ...hunk, insert: '' })),
    added: edits.added.map((block) => ({ ...block, text: '' })),
    ...withMoves(movesOf(edits)),
  }
  return new Map<string, unknown>([
    [`draft/${draft.id}`, draft],
    [`shape/${draft.id}`, shape],
    [`${WORDS}${draft.id}`, words.join(BETWEEN)],
  ])
}

const WORDS = 'words/'
/** Stands in no words: control characters are refused. */
const BETWEEN = '\u001e'

/** Writes what differs. The caller wraps it in a transaction. */
export function writeMirror(map: Y.Map<unknown>, before: Mirror, now: Mirror): void {
  for (const [key, value] of now) {
    const old = before.get(key)
    if (same(old, value)) continue
    if (key.startsWith(WORDS)) writeWords(map, key, String(old ?? ''), String(value))
    else map.set(key, value)
  }
  for (const key of before.keys()) if (!now.has(key)) map.delete(key)
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

function writeWords(map: Y.Map<unknown>, key: string, before: string, now: string): void {
  const text = map.get(key)
  if (!(text instanceof Y.Text)) {
    map.set(key, new Y.Text(now))
    return
  }
  let at = 0
  for (const [was, is] of spliced(before, now)) {
    splice(text, at, was, is)
    at += is.length + BETWEEN.length
  }
}

/** Where several people type at once, each place is spliced on its own: not all that stands between them. */
function spliced(before: string, now: string): readonly (readonly [was: string, is: string])[] {
  const old = before.split(BETWEEN)
  const fresh = now.split(BETWEEN)
  return old.length === fresh.length ? fresh.map((is, place) => [old[place] ?? '', is]) : [[before, now]]
}

function splice(text: Y.Text, at: number, before: string, now: string): void {
  if (before === now) return
  const [start, end] = common(before, now)
  const gone = before.length - start - end
  if (gone > 0) text.delete(at + start, gone)
  if (now.length > start + end) text.insert(at + start, now.slice(start, now.length - end))
}

/** How many units two strings share at their beginning and at their end, cutting no character in two. */
function common(a: string, b: string): [start: number, end: number] {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  if (isHigh(a.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  if (isLow(a.charCodeAt(a.length - end))) end--
  return [start, end]
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** What the map holds, as it was written. */
export const readKeys = (map: Y.Map<unknown>): Map<string, unknown> =>
  new Map([...map.entries()].map(([key, value]) => [key, value instanceof Y.Text ? value.toString() : value]))

/** Reads the map back, and what follows from it and the text; null until the server's state has arrived. */
export function readMirror(map: Y.Map<unknown>): RoomView | null {
  const written = readWritten(map)
  return written && { ...written, effects: effectsOf(map, written.record) }
}

function effectsOf(map: Y.Map<unknown>, { amendments }: Record): ById<Effect> {
  if (!map.doc) return {}
  const ground = { text: sheetOf(map.doc), amendments, engrossed: engrossedIn(map) }
  const pending = Object.values(amendments).filter(({ state }) => state === 'pending')
  return Object.fromEntries(pending.map((it) => [it.id, effectOf(ground, it)]))
}

export const engrossedIn =
  (map: Y.Map<unknown>): Ground['engrossed'] =>
  (amendment) =>
    map.get(`engrossed/${amendment}`) as Uint8Array | undefined

/** What stands in the map. */
export function readWritten(map: Y.Map<unknown>): Written | null {
  const get = <T>(key: string) => map.get(key) as T
  if (!map.has('declaration')) return null
  const all = nouns(map)
  const byId = <T>(noun: string) => Object.fromEntries(all.get(noun) ?? []) as ById<T>
  const list = <T>(noun: string) => (all.get(noun) ?? []).map(([, value]) => value as T)
  return {
    record: {
      declaration: get('declaration'),
      stage: get('stage'),
      acts: get('acts'),
      clauses: byId<ClauseStatus>('clause'),
      drafts: byId<Draft>('draft'),
      amendments: byId<Amendment>('amendment'),
      threads: byId<Thread>('thread'),
      groups: byId<readonly DelegationCode[]>('group'),
      versions: list<VersionHead>('version').sort((a, b) => a.number - b.number),
      signatories: byId<Signatory>('signatory'),
      endorsements: list<Endorsement>('endorsement').sort((a, b) => a.act - b.act),
      withdrawals: list<Withdrawal>('withdrawal').sort((a, b) => a.act - b.act),
      papers: byId<Paper>('paper'),
      ...(map.has('silence') ? { silence: get<Silence>('silence'), receipts: byId<Receipt>('receipt') } : {}),
      ...(all.has('language') ? { languages: byId<LanguageVersion>('language') } : {}),
      ...(map.has('screen') ? { screen: get<OnScreen>('screen') } : {}),
      ...(map.has('public') ? { isPublic: get<boolean>('public') } : {}),
      ...(map.has('endorsing') ? { endorsing: get<Endorsing>('endorsing') } : {}),
    },
    live: Object.fromEntries((all.get('draft') ?? []).map(([id]) => [id, liveEdits(map, id)])),
  }
}

function nouns(map: Y.Map<unknown>): Map<string, [id: string, value: unknown][]> {
  const all = new Map<string, [string, unknown][]>()
  for (const [key, value] of map.entries()) {
    const [noun = '', ...id] = key.split('/')
    const list = all.get(noun) ?? []
    list.push([id.join('/'), value])
    all.set(noun, list)
  }
  return all
}

function liveEdits(map: Y.Map<unknown>, draft: string): Edits {
  const shape = (map.get(`shape/${draft}`) as Edits | undefined) ?? NO_EDITS
  const words = String(map.get(`${WORDS}${draft}`) ?? '').split(BETWEEN)
  return {
    hunks: shape.hunks.map((hunk, index) => ({ ...hunk, insert: words[index] ?? '' })),
    added: shape.added.map((block, index) => ({ ...block, text: words[shape.hunks.length + index] ?? '' })),
    ...withMoves(movesOf(shape)),
  }
}
