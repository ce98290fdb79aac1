import * as Y from 'yjs'
import type { Act } from '../../../shared/act.ts'
import type { Conference } from '../../../shared/api.ts'
import { roomBeside } from '../../../shared/bringing.ts'
import type { Found, FoundChange, LostChange, Oddity, Tracking } from '../../../shared/found.ts'
import { sha256Of } from '../../../shared/hash.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { freezeMoment, type Moment, Past, readMoment } from '../../../shared/moment.ts'
import { clean, type Line, labelsOf } from '../../../shared/projection.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/refusal.ts'
import { newTextDoc } from '../../../shared/text.ts'
import { versionHash } from '../../../shared/version.ts'
import { type Marks, readMarks } from '../docx/marks.ts'
import type { DeclarationSource } from '../source.ts'
import { authorsOf, type Changes, changesIn, wordsNow } from './changes.ts'
import { commentsIn } from './comments.ts'
import { issuedHands } from './issued-hands.ts'
import { type Manuscript, readManuscript } from './manuscript.ts'
import type { Paragraph } from './paragraph.ts'
import { type Issued, passagesIn } from './passage.ts'
import { placesIn } from './places.ts'
import { placedIn } from './placing.ts'
import type { Change } from './rewriting.ts'
import { withinRoom } from './within-room.ts'

/** What a declaration gives for reading a file that was issued of it. */
export type Ground = Pick<DeclarationSource, 'text' | 'acts'> & {
  readonly declaration: string
  readonly conference: Pick<Conference, 'delegations' | 'groups'>
}

/**
 * What somebody changed in a file that we issued, against the text as it stands today. The file is known by what it says
 * of itself, and what it was issued with is made again from the acts: nothing else that it says is believed.
 */
export function readDocument(ground: Ground, file: Uint8Array): Found | Refusal {
  const manuscript = readManuscript(file)
  if (isRefusal(manuscript)) return manuscript
  const marks = readMarks(manuscript.properties)
  if (!marks) return refuse('document/not-ours')
  // There only their dates tell what others propose from what somebody changed.
  if (marks.view !== 'text' && manuscript.paragraphs.some(isUndated)) return refuse('document/undated')
  const times = timesOf(ground, marks)
  return isRefusal(times) ? times : foundIn(manuscript, marks, times, ground)
}

/** Programs take dates out with all that is personal, or put the first of their calendar there. */
const isUndated = ({ spans, divided, joined }: Paragraph): boolean =>
  [divided, joined, ...spans.flatMap(({ inserted, deleted }) => [inserted, deleted])].some(
    (hand) => hand !== null && (hand.at === '' || hand.at.startsWith('1970-01-01')),
  )

/** The text as it was issued, and as it stands. */
interface Times {
  readonly then: Moment
  readonly now: Moment
  readonly acts: readonly Act[]
}

const TEXTS: readonly Marks['view'][] = ['text', 'compilation', 'amended', 'comparison']

function timesOf({ declaration, text, acts }: Ground, marks: Marks): Times | Refusal {
  if (marks.declaration !== declaration)
    return refuse('document/other-declaration', { declaration: marks.declaration })
  if (!TEXTS.includes(marks.view)) return refuse('document/no-text')
  const last = acts.at(-1)
  if (!last || marks.act > last.act) return refuse('document/not-ours')
  const doc = newTextDoc()
  Y.applyUpdate(doc, text)
  const past = new Past(acts, doc)
  const then = past.at(marks.act)
  if (versionHash(freezeMoment(then).words) !== marks.hash) return refuse('document/not-ours')
  return { then, now: past.at(last.act), acts }
}

function foundIn(
  manuscript: Manuscript,
  marks: Marks,
  times: Times,
  { conference }: Pick<Ground, 'conference'>,
): Found {
  const { then } = times
  const acts = times.acts.filter(({ act }) => act <= marks.act)
  // The text alone is issued with nothing recorded in it and nothing beside it.
  const isOurs = marks.view === 'text' ? () => false : issuedHands({ conference, record: then.record, acts })
  const issued: Issued = { isOurs, text: marks.view === 'comparison' ? 'after' : 'before' }
  const changes = changesIn(linesOf(then), passagesIn(manuscript.paragraphs, issued))
  const numbers: [Oddity, number][] = changes.renumbered > 0 ? [['number', changes.renumbered]] : []
  const at = acts.at(-1)?.at ?? ''
  const room = roomBeside(linesOf(times.now))
  const { changes: told, lost } = changesToday(changes, times)
  const found = withinRoom(told, room)
  const symbol = marks.version === null ? null : (then.record.versions[marks.version]?.symbol ?? null)
  return {
    issued: { view: marks.view, act: marks.act, at, symbol },
    ...found,
    lost: [...lost, ...found.lost, ...[...changes.beside, ...manuscript.beside].map(besideText)],
    room,
    comments: commentsIn(manuscript.remarks, changes, { ...times, isOurs }),
    oddities: [...manuscript.oddities, ...numbers].map(([what, count]) => ({ what, count })),
  }
}

const besideText = (words: string): LostChange => ({
  ...{ what: 'words', label: '', was: '', insert: words, why: 'beside' },
})

const linesOf = ({ record, ...moment }: Moment): Line[] =>
  clean(readMoment(moment), labelsOf(record), record.declaration.punctuation)

function changesToday(changes: Changes, times: Times): Pick<Found, 'changes' | 'lost'> {
  const lines = linesOf(times.now)
  const label = labels(times)
  const lost: LostChange[] = changes.onProposals.map(({ clause, was, insert }) => ({
    ...{ what: 'words', label: label(clause), was, insert, why: 'proposal' },
  }))
  const places = placesIn(changes, times)
  const roots = rootsOf(places.added)
  const found: FoundChange[] = []
  for (const { id, kind } of inTheirOrder(lines, changes, linesOf(times.then))) {
    const own = changes.words.get(id) ?? []
    const placed = placedIn(id, own, times)
    const isThere = own.length > 0 && wordsNow({ text: placed.issued }, own) === placed.stands
    const without = (change: Change): LostChange => ({
      ...{ what: 'words', label: label(id), was: placed.issued.slice(change.from, change.to) },
      ...{ insert: change.insert, why: isThere ? 'there' : 'overtaken' },
    })
    lost.push(...(isThere ? own : placed.lost).map(without))
    if (places.lost.includes(id))
      lost.push({ what: 'move', label: label(id), was: placed.stands, insert: '', why: 'overtaken' })
    const moved = places.moved.filter(({ clause }) => clause === id && kind === 'clause')
    const move = changes.moved.get(id)
    const hunks = isThere ? [] : placed.hunks
    const isStruck = hunks.length === 1 && hunks[0]?.insert === '' && hunks[0].was === placed.stands
    if (hunks.length > 0 || moved.length > 0) {
      const words = hunks.length > 0 ? placed.placed : []
      const moving = moved.length > 0 ? [move ?? NOT_RECORDED] : []
      found.push({
        ...{ clause: id, kind: hunks.length === 0 ? 'moved' : isStruck ? 'struck' : 'words' },
        ...{ label: label(id), stands: placed.stands, movedOn: placed.stands !== placed.issued },
        brought: { stood: hunks.length > 0 ? [stoodAs(id, placed.stands)] : [], hunks, added: [], moved },
        tracked: trackingOf([...words, ...moving]),
        authors: authorsOf([...words, ...moving].flatMap(({ hands }) => hands)),
      })
    }
    const added = changes.added.flatMap((it) => {
      if (roots.get(it.id) !== id) return []
      const place = places.added.find((one) => one.id === it.id)
      return place ? [{ ...it, after: place.after }] : []
    })
    if (added.length > 0) {
      found.push({
        ...{ clause: id, kind: 'new', label: label(id), stands: '', movedOn: false },
        brought: {
          stood: [],
          hunks: [],
          added: added.map(({ id, after, text }) => ({ id, after, text })),
          moved: [],
        },
        tracked: trackingOf(added),
        authors: authorsOf(added.flatMap(({ hands }) => hands)),
      })
    }
  }
  return { changes: found, lost }
}

const stoodAs = (clause: BlockId, words: string) => ({ clause, hash: sha256Of(words) })

const NOT_RECORDED: Pick<Change, 'tracked' | 'hands'> = { tracked: false, hands: [] }

/** Every block of today's text as it is read, and then those that stand there no more. */
function inTheirOrder(lines: readonly Line[], { words }: Changes, issued: readonly Line[]): Line[] {
  const here = new Set(lines.map(({ id }) => id))
  return [...lines, ...issued.filter(({ id }) => !here.has(id) && words.has(id))]
}

/** The clause of the text that each new one follows, others new between them: those stand before it in the list. */
function rootsOf(
  added: readonly { readonly id: BlockId; readonly after: BlockId | null }[],
): ReadonlyMap<BlockId, BlockId | null> {
  const roots = new Map<BlockId, BlockId | null>()
  for (const { id, after } of added) roots.set(id, after === null ? null : (roots.get(after) ?? after))
  return roots
}

function labels({ then, now }: Times): (clause: BlockId | null) => string {
  const [before, today] = [then, now].map(({ record }) => labelsOf(record))
  return (clause) => (clause === null ? '' : (today?.[clause] ?? before?.[clause] ?? ''))
}

const trackingOf = (all: readonly { readonly tracked: boolean }[]): Tracking =>
  all.every(({ tracked }) => tracked) ? 'yes' : all.some(({ tracked }) => tracked) ? 'partly' : 'no'
