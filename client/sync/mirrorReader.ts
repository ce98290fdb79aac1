import type * as Y from 'yjs'
import { type Edits, movesOf, NO_EDITS, withMoves } from '../../shared/edits.ts'
import type { ById } from '../../shared/ids.ts'
import { engrossedIn, type RoomView, readWritten, type Written } from '../../shared/mirror.ts'
import type { OnScreen, Record, VersionHead } from '../../shared/record.ts'
import type { Endorsement, Endorsing, LanguageVersion, Withdrawal } from '../../shared/roll.ts'
import type { Silence } from '../../shared/silence.ts'
import { Effects } from './effects.ts'

/** From so many changed keys on, reading all of them afresh is as quick. */
const MANY = 200

/**
 * The mirror as it is read over and over: only what changed is read again, and what did not change is the same
 * object as before, so that whoever draws it can tell. What it reads is what `readMirror` reads.
 */
export class MirrorReader {
  private readonly map: Y.Map<unknown>
  private readonly changed = new Set<string>()
  private written: Written | null = null
  private view: RoomView | null = null
  private readonly effects: Effects

  /** `map` stands in the same document as the text. */
  constructor(map: Y.Map<unknown>, doc: Y.Doc) {
    this.map = map
    this.effects = new Effects(doc)
    map.observeDeep((events) => {
      for (const event of events) for (const key of keysOf(event, map)) this.changed.add(key)
    })
  }

  /** Null until the server's state has arrived. */
  read(): RoomView | null {
    if (this.written === null || this.changed.size > MANY) this.written = readWritten(this.map)
    else if (this.changed.size > 0) this.written = renewed(this.written, this.changed, this.map)
    this.changed.clear()
    if (this.written) this.view = this.withEffects(this.written)
    return this.view
  }

  private withEffects({ record, live }: Written): RoomView {
    const effects = this.effects.of(record.amendments, engrossedIn(this.map))
    const { view } = this
    const isSame = view?.record === record && view.live === live && view.effects === effects
    return isSame ? view : { record, effects, live }
  }
}

/** An event of the map itself names its keys; one of a draft's words comes by way of its key. */
const keysOf = (event: Y.YEvent<Y.AbstractType<unknown>>, map: Y.Map<unknown>): Iterable<string> =>
  (event.target as unknown) === map ? event.changes.keys.keys() : [String(event.path[0])]

function renewed({ record, live }: Written, keys: ReadonlySet<string>, map: Y.Map<unknown>): Written {
  const byNoun = new Map<string, string[]>()
  for (const key of keys) {
    const [noun = '', ...id] = key.split('/')
    byNoun.set(noun, [...(byNoun.get(noun) ?? []), id.join('/')])
  }
  const byId = <T>(noun: string, old: ById<T>): ById<T> => renewedById(old, byNoun.get(noun), noun, map)
  const list = <T>(noun: string, old: readonly T[], idOf: (value: T) => string): T[] =>
    Object.values(byId(noun, Object.fromEntries(old.map((value) => [idOf(value), value]))))
  const isRecordSame = [...byNoun.keys()].every((noun) => NOT_OF_RECORD.has(noun))
  const drafts = new Set(['draft', 'shape', 'words'].flatMap((noun) => byNoun.get(noun) ?? []))
  return {
    record: isRecordSame
      ? record
      : {
          declaration: map.get('declaration') as Record['declaration'],
          stage: map.get('stage') as Record['stage'],
          acts: map.get('acts') as number,
          clauses: byId('clause', record.clauses),
          drafts: byId('draft', record.drafts),
          amendments: byId('amendment', record.amendments),
          threads: byId('thread', record.threads),
          groups: byId('group', record.groups),
          versions: byNoun.has('version')
            ? list<VersionHead>('version', record.versions, ({ number }) => String(number)).sort(
                (a, b) => a.number - b.number,
              )
            : record.versions,
          endorsements: byNoun.has('endorsement')
            ? list<Endorsement>('endorsement', record.endorsements, ({ state }) => state).sort(
                (a, b) => a.act - b.act,
              )
            : record.endorsements,
          ...(map.has('silence')
            ? { silence: map.get('silence') as Silence, receipts: byId('receipt', record.receipts ?? {}) }
            : {}),
          ...filled('languages', byId<LanguageVersion>('language', record.languages ?? {})),
          signatories: byId('signatory', record.signatories),
          withdrawals: byNoun.has('withdrawal')
            ? list<Withdrawal>('withdrawal', record.withdrawals, ({ act }) => String(act)).sort(
                (a, b) => a.act - b.act,
              )
            : record.withdrawals,
          papers: byId('paper', record.papers),
          ...(map.has('endorsing') ? { endorsing: map.get('endorsing') as Endorsing } : {}),
          ...(map.has('screen') ? { screen: map.get('screen') as OnScreen } : {}),
          ...(map.has('public') ? { isPublic: map.get('public') === true } : {}),
        },
    live: drafts.size === 0 ? live : renewedLive(live, drafts, map),
  }
}

/** What stands in the record only where there is any of it. */
const filled = <Name extends string, T>(name: Name, all: ById<T>): { readonly [name in Name]?: ById<T> } =>
  Object.keys(all).length > 0 ? ({ [name]: all } as { readonly [name in Name]: ById<T> }) : {}

const NOT_OF_RECORD = new Set(['engrossed', 'shape', 'words'])

function renewedById<T>(
  old: ById<T>,
  ids: readonly string[] | undefined,
  noun: string,
  map: Y.Map<unknown>,
): ById<T> {
  if (ids === undefined) return old
  const now: { [id: string]: T } = { ...old }
  for (const id of ids) {
    const value = map.get(`${noun}/${id}`)
    if (value === undefined) delete now[id]
    else now[id] = value as T
  }
  return now
}

function renewedLive(old: ById<Edits>, drafts: ReadonlySet<string>, map: Y.Map<unknown>): ById<Edits> {
  const now: { [id: string]: Edits } = { ...old }
  for (const id of drafts) {
    if (map.has(`draft/${id}`)) now[id] = liveEdits(id, map)
    else delete now[id]
  }
  return now
}

/** A draft's edits are cut in two: `shape` says where, `words` holds the words, one piece for each place. */
function liveEdits(draft: string, map: Y.Map<unknown>): Edits {
  const shape = (map.get(`shape/${draft}`) as Edits | undefined) ?? NO_EDITS
  const words = String(map.get(`words/${draft}`) ?? '').split('\u001e')
  return {
    hunks: shape.hunks.map((hunk, index) => ({ ...hunk, insert: words[index] ?? '' })),
    added: shape.added.map((block, index) => ({ ...block, text: words[shape.hunks.length + index] ?? '' })),
    ...withMoves(movesOf(shape)),
  }
}
