import * as Y from 'yjs'
import { type Act, isPublic } from '../../shared/act.ts'
import { type Amendment, type Base, type Effect, wordingInForce } from '../../shared/amendment.ts'
import type { VersionAnswer } from '../../shared/api.ts'
import { fork, startsWith } from '../../shared/draft.ts'
import { type Edits, editsOf, movesOf } from '../../shared/edits.ts'
import { effectOf, type Ground, type Sheet, sheetOf } from '../../shared/effect.ts'
import { enact } from '../../shared/enact.ts'
import { asAmended } from '../../shared/engross.ts'
import type { AmendmentId, DraftId, Pen } from '../../shared/ids.ts'
import { Sight } from '../../shared/items.ts'
import { wordsLaid } from '../../shared/language-version.ts'
import { leafOf, Tree } from '../../shared/ledger.ts'
import { clean, labelsOf } from '../../shared/projection.ts'
import type { Draft, Record, VersionHead } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { inDraft, type Remains, remains, type Wording } from '../../shared/remains.ts'
import { isInForce } from '../../shared/subamendment.ts'
import { layText, newDeclarationDoc, newTextDoc, readText } from '../../shared/text.ts'
import { type Frozen, isWhole, stateOfText, versionHash, wordsOfText } from '../../shared/version.ts'
import type { Entry, StepEntry } from '../archive/contract.ts'
import { LiveEdits } from './live-edits.ts'
import { type News, noNews } from './news.ts'
import { Notebook } from './notebook.ts'
import { Pens } from './pens.ts'

/** One declaration in memory, as its journal makes it. What was performed and what is replayed take one path. */
export class State {
  record: Record | null = null
  /** The text alone; drafts are forked from it. */
  readonly text: Y.Doc
  /** Text and record: what everybody in the room synchronizes. */
  readonly hall: Y.Doc
  readonly drafts = new Map<DraftId, Y.Doc>()
  /** The engrossed update of the wording in force. */
  readonly engrossed = new Map<AmendmentId, Uint8Array>()
  /** Those of the wordings that others replaced, by pen. */
  readonly earlier = new Map<Pen, Uint8Array>()
  readonly versions = new Map<number, Frozen>()
  readonly acts: Act[] = []
  readonly notes = new Notebook()
  readonly pens = new Pens()
  private news: News = noNews()
  private readonly live = new LiveEdits()
  private readonly tree = new Tree()
  /** Number of the last draft that was opened; it may be closed. */
  lastDraft = 0
  private sheetOfText: Sheet | null = null
  /** The text as pending amendments would leave it, where somebody amends those. */
  private readonly bases = new Map<AmendmentId, Y.Doc | null>()

  constructor() {
    this.text = newTextDoc()
    this.hall = newDeclarationDoc()
    this.text.on('update', () => {
      this.sheetOfText = null
      this.bases.clear()
      this.live.forgetAll()
    })
  }

  /** Folds one entry of the journal in. Throws where it doesn't fit what came before. */
  replay({ pens, steps, hall }: Entry): void {
    for (const pen of pens) this.pens.give(pen)
    for (const step of steps) this.take(step)
    if (hall) Y.applyUpdate(this.hall, hall)
    this.takeNews()
  }

  /** What happened to drafts since this was last asked. */
  takeNews(): News {
    const news = this.news
    this.news = noNews()
    return news
  }

  /** One step: an act with its consequences for text and drafts, or a draft's own words. */
  take(step: StepEntry): void {
    if ('act' in step) this.perform(step.act, step.engrossed)
    else this.write(step.draft, (draft) => Y.applyUpdate(draft, step.update))
  }

  /** `change` brings words of the draft's members, in one transaction; gives what was new of them, or null. */
  write(id: DraftId, change: (draft: Y.Doc) => void): Uint8Array | null {
    const before = this.news.written.get(id)?.length ?? 0
    const draft = this.draft(id)
    Y.transact(draft, () => change(draft), null, false)
    return this.news.written.get(id)?.[before] ?? null
  }

  /** Over the public acts. It grows when it is asked for, not while somebody writes. */
  ledger(): Tree {
    for (const act of this.acts.slice(this.tree.size)) this.tree.add(leafOf(act))
    return this.tree
  }

  nextDraft = (): DraftId => `d${this.lastDraft + 1}`

  /** The text as it stands. */
  sheet(): Sheet {
    this.sheetOfText ??= sheetOf(this.text)
    return this.sheetOfText
  }

  sight = (): Sight => this.sheet().sight

  /** The edits of a draft against the text as it stands, or against the wording that it amends. */
  draftEdits(draft: DraftId): Edits {
    const base = this.baseOf(this.record?.drafts[draft]?.amends)
    return base && base !== this.text
      ? editsOf(Sight.of(base), this.draft(draft))
      : this.live.edits(draft, this.draft(draft), this.sight())
  }

  /**
   * What is amended: the text, or the text as the parent of a sub-amendment would leave it. Null where that wording
   * is gone: replaced by another, or fallen.
   */
  baseOf(amends: Base | null | undefined): Y.Doc | null {
    if (!amends) return this.text
    const parent = this.record?.amendments[amends.amendment]
    if (!parent || !isInForce(parent, amends)) return null
    if (parent.state !== 'pending') return parent.state === 'accepted' ? this.text : null
    const known = this.bases.get(parent.id)
    if (known !== undefined) return known
    const { update } = this.remainsOf(parent)
    const base = update && asAmended(this.text, [update])
    this.bases.set(parent.id, base)
    return base
  }

  /** The wording in force of an amendment. */
  wordingOf(amendment: Amendment): Wording {
    const engrossed = this.engrossed.get(amendment.id)
    if (!engrossed) throw new Error(`no engrossed wording of ${amendment.id}`)
    return { edits: wordingInForce(amendment).edits, engrossed }
  }

  /** What is left of the amendment to accept, into the text or into the wording that it amends. */
  remainsOf(amendment: Amendment): Remains {
    const wording = this.wordingOf(amendment)
    const base = this.baseOf(amendment.amends)
    if (base) return remains(base, this.sightOf(base), wording)
    return { update: null, lost: wording.edits.hunks, lostMoves: movesOf(wording.edits) }
  }

  /** What accepting the amendment would do to what it amends. */
  effectOf = (amendment: Amendment): Effect => effectOf(this.ground(), amendment)

  private ground = (): Ground => ({
    text: this.sheet(),
    amendments: this.record?.amendments ?? {},
    engrossed: (amendment) => this.engrossed.get(amendment),
  })

  private sightOf = (doc: Y.Doc): Sight => (doc === this.text ? this.sight() : Sight.of(doc))

  /** Rule V1: the canonical forms of the text as it stands, or of one that it would become. */
  freeze(record: Record, text = this.text): Frozen {
    const { id, language, punctuation } = record.declaration
    const labels = labelsOf(record)
    const lines = clean(readText(text), labels, punctuation)
    return { words: wordsOfText(id, language, lines), state: stateOfText(text, labels) }
  }

  /** Rule V1: what was frozen is checked by both its hashes whenever it is read. */
  version(number: number): VersionAnswer | Refusal {
    const head = this.record?.versions[number]
    const frozen = this.versions.get(number)
    if (!head) return refuse('version/unknown')
    if (!frozen || !isWhole(frozen, head)) return refuse('version/damaged', { symbol: head.symbol })
    return { head, ...frozen }
  }

  private perform(act: Act, engrossed: Uint8Array | null): void {
    this.record = enact(this.record, act)
    if ('amendment' in act) this.bases.clear()
    if (isPublic(act)) this.acts.push(act)
    this.follow(act, engrossed, this.record)
  }

  private follow(act: Act, engrossed: Uint8Array | null, record: Record): void {
    switch (act.kind) {
      case 'declaration laid':
        Y.applyUpdate(this.text, Y.encodeStateAsUpdate(layText(act.blocks)))
        this.keep(act.version, record)
        break
      case 'draft opened':
        this.lastDraft = Math.max(this.lastDraft, Number(act.draft.id.slice(1)))
        this.openDraft(act.draft, engrossed, record)
        break
      case 'draft discarded':
        this.closeDraft(act.draft)
        break
      case 'amendment tabled':
        if (act.draft !== null) this.closeDraft(act.draft)
        this.engross(act.amendment, mustHave(engrossed, act), record)
        break
      case 'amendment restated':
        this.engross(act.amendment, mustHave(engrossed, act), record)
        break
      case 'amendment accepted':
        if (act.parent) this.reword(act.parent.amendment, mustHave(engrossed, act), record)
        else this.moveText(engrossed ?? this.engrossed.get(act.amendment) ?? null, act)
        break
      case 'consolidation adopted':
        this.closeDraft(act.draft)
        this.engross(act.amendment, mustHave(engrossed, act), record)
        this.moveText(engrossed, act)
        break
      case 'text restored':
        this.engross(act.amendment, mustHave(engrossed, act), record)
        this.moveText(engrossed, act)
        break
      case 'note made':
      case 'note removed':
        this.notes.take(act)
        this.news.noted.add(act.delegation)
        break
      case 'version issued':
        this.keep(act.version, record)
        break
      case 'language version laid':
        if (versionHash(wordsLaid(record.declaration.id, act)) !== act.words)
          throw new Error(`act ${act.act} lays other words than those of its hash`)
        break
      case 'silence opened':
        if (act.version) this.keep(act.version, record)
        break
      case 'stage moved':
      case 'text adopted':
        for (const draft of this.drafts.keys()) if (!record.drafts[draft]) this.closeDraft(draft)
        if (act.version) this.keep(act.version, record)
    }
  }

  /** Rule A1: only engrossed updates come here. Every open draft follows the text at once. */
  private moveText(engrossed: Uint8Array | null, act: Act): void {
    const update = mustHave(engrossed, act)
    Y.applyUpdate(this.text, update)
    for (const [id, draft] of this.drafts) {
      Y.applyUpdate(draft, update)
      const left = this.leftToAmend(this.record?.drafts[id]?.amends)
      if (left) Y.applyUpdate(draft, left)
    }
  }

  /** What has lost its place in the text is no more of what a draft amends: it falls away there too. */
  private leftToAmend(amends: Base | undefined): Uint8Array | null {
    const parent = amends && this.record?.amendments[amends.amendment]
    if (!amends || parent?.state !== 'pending') return null
    return isInForce(parent, amends) ? this.inDraft(parent) : null
  }

  private inDraft(amendment: Amendment): Uint8Array | null {
    const base = this.baseOf(amendment.amends)
    return base && inDraft(base, this.sightOf(base), this.wordingOf(amendment))
  }

  /** A sub-amendment was accepted: the amendment has grown, and so have the drafts that are made of its words. */
  private reword(amendment: AmendmentId, engrossed: Uint8Array, record: Record): void {
    const before = this.engrossed.get(amendment)
    this.engross(amendment, engrossed, record)
    for (const draft of Object.values(record.drafts)) {
      const doc = this.draft(draft.id)
      if (startsWith(draft).includes(amendment) && before && has(doc, before)) Y.applyUpdate(doc, engrossed)
    }
  }

  /** What it said before is kept: a version may show it. */
  private engross(amendment: AmendmentId, engrossed: Uint8Array, { amendments }: Record): void {
    const replaced = amendments[amendment]?.revisions.at(-2)
    const before = this.engrossed.get(amendment)
    if (replaced && before) this.earlier.set(replaced.pen, before)
    this.engrossed.set(amendment, engrossed)
  }

  private openDraft(draft: Draft, own: Uint8Array | null, { amendments }: Record): void {
    const { id } = draft
    const words = startsWith(draft).flatMap((amendment) => {
      const it = amendments[amendment]
      return (it && this.inDraft(it)) ?? this.engrossed.get(amendment) ?? []
    })
    this.holdDraft(id, fork(this.text, own ? [...words, own] : words))
    this.news.opened.add(id)
  }

  /** From now on the draft is open, and what happens in it is news. */
  holdDraft(id: DraftId, draft: Y.Doc): void {
    draft.on('update', (update: Uint8Array) => {
      const written = this.news.written.get(id)
      if (written) written.push(update)
      else this.news.written.set(id, [update])
    })
    draft.on('afterTransaction', ({ changed }: Y.Transaction) => {
      for (const type of changed.keys()) this.live.touch(id, type)
    })
    this.drafts.set(id, draft)
  }

  private closeDraft(id: DraftId): void {
    this.drafts.get(id)?.destroy()
    this.drafts.delete(id)
    this.live.forget(id)
    this.news.written.delete(id)
    this.news.closed.add(id)
  }

  draft(id: DraftId): Y.Doc {
    const draft = this.drafts.get(id)
    if (!draft) throw new Error(`draft ${id} is not open`)
    return draft
  }

  private keep(head: VersionHead, record: Record): void {
    const frozen = this.freeze(record)
    if (!isWhole(frozen, head)) {
      throw new Error(`version ${head.number} (${head.symbol}) is not what its hash says`)
    }
    this.versions.set(head.number, frozen)
  }
}

function mustHave(engrossed: Uint8Array | null, act: Act): Uint8Array {
  if (!engrossed) throw new Error(`act ${act.act} (${act.kind}) came without its engrossed wording`)
  return engrossed
}

/** Whether the draft is made of this wording: of an earlier one the same words would come in once more. */
const has = ({ store }: Y.Doc, engrossed: Uint8Array): boolean =>
  [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(engrossed)).keys()].every(
    (pen) => Y.getState(store, pen) > 0,
  )
