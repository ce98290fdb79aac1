import type * as Y from 'yjs'
import { type Added, type Edits, type Hunk, isEmpty, NO_EDITS } from './edits.ts'
import type {
  Amendment,
  ById,
  ClauseStatus,
  Draft,
  Effect,
  Endorsement,
  Record,
  Thread,
  VersionHead,
} from './record.ts'

/**
 * How the record stands in the Y.Map `record`: one key for each thing that changes on its own, `noun/id`, with a
 * plain JSON value. A change rewrites its key and no other; a reader keeps what did not change.
 *
 *     declaration  stage  acts  clause/<block>  amendment/<id>  effect/<id>  thread/<id>  version/<n>
 *     endorsement/<State>  draft/<id>  edits/<draft>/<block>  added/<draft>
 */
export type Mirror = ReadonlyMap<string, unknown>

/** What the whole room sees: the record, what pending amendments would do now, and the drafts shared live. */
export interface RoomView {
  readonly record: Record
  readonly effects: ById<Effect>
  readonly live: ById<Edits>
}

/** Private drafts are not in it: nobody but their members learns that they exist. */
export function mirrorOf({ record, effects, live }: RoomView): Map<string, unknown> {
  const mirror = new Map<string, unknown>([
    ['declaration', record.declaration],
    ['stage', record.stage],
    ['acts', record.acts],
  ])
  const put = (noun: string, all: ById<unknown>) => {
    for (const [id, value] of Object.entries(all)) mirror.set(`${noun}/${id}`, value)
  }
  put('clause', record.clauses)
  put('amendment', record.amendments)
  put('effect', effects)
  put('thread', record.threads)
  for (const version of record.versions) mirror.set(`version/${version.number}`, version)
  for (const endorsement of record.endorsements) mirror.set(`endorsement/${endorsement.state}`, endorsement)
  for (const draft of Object.values(record.drafts)) {
    if (draft.sharing === 'live') putDraft(mirror, draft, live[draft.id] ?? NO_EDITS)
  }
  return mirror
}

/** A blank draft is nothing to see. */
function putDraft(mirror: Map<string, unknown>, draft: Draft, edits: Edits): void {
  if (isEmpty(edits)) return
  mirror.set(`draft/${draft.id}`, draft)
  for (const clause of new Set(edits.hunks.map((hunk) => hunk.clause))) {
    mirror.set(
      `edits/${draft.id}/${clause}`,
      edits.hunks.filter((hunk) => hunk.clause === clause),
    )
  }
  if (edits.added.length > 0) mirror.set(`added/${draft.id}`, edits.added)
}

/** Writes what differs. The caller wraps it in a transaction. */
export function writeMirror(map: Y.Map<unknown>, before: Mirror, now: Mirror): void {
  for (const [key, value] of now) if (!same(before.get(key), value)) map.set(key, value)
  for (const key of before.keys()) if (!now.has(key)) map.delete(key)
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** Reads the map back; null until the server's state has arrived. */
export function readMirror(map: Y.Map<unknown>): RoomView | null {
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
      versions: list<VersionHead>('version').sort((a, b) => a.number - b.number),
      endorsements: list<Endorsement>('endorsement').sort((a, b) => a.act - b.act),
    },
    effects: byId<Effect>('effect'),
    live: Object.fromEntries((all.get('draft') ?? []).map(([id]) => [id, liveEdits(all, id)])),
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

function liveEdits(all: Map<string, [string, unknown][]>, draft: string): Edits {
  const hunks = (all.get('edits') ?? [])
    .filter(([id]) => id.startsWith(`${draft}/`))
    .flatMap(([, value]) => value as Hunk[])
  const added = (all.get('added') ?? []).find(([id]) => id === draft)?.[1] as Added[] | undefined
  return { hunks, added: added ?? [] }
}
