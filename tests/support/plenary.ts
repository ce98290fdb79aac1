import type * as Y from 'yjs'
import { judge } from '../../server/sitting/perform.ts'
import { State } from '../../server/sitting/state.ts'
import { type Account, accountOf } from '../../shared/account.ts'
import type { Actor } from '../../shared/actor.ts'
import { type Amendment, wordingInForce } from '../../shared/amendment.ts'
import { Command, type CommandInput, type Performed } from '../../shared/command.ts'
import { consents } from '../../shared/compromise.ts'
import { moveKey, writeMove } from '../../shared/moves.ts'
import { firstLabels } from '../../shared/numbering.ts'
import { clean } from '../../shared/projection.ts'
import type { Draft, Record } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import { cloneText, elementsOf, layText, newBlock, readText, textRoot, wordsOf } from '../../shared/text.ts'
import { stateOfText, versionHash, wordsOfText } from '../../shared/version.ts'
import { writes } from './hand.ts'
import { type Move, moveClause } from './negotiation.ts'

const BLOCKS = [
  { id: 'title', kind: 'title', text: 'The Declaration' },
  { id: 'c1', kind: 'clause', text: 'Urges all States to respect the peace of all' },
  { id: 'c2', kind: 'clause', text: 'Calls upon the parties to meet and to talk' },
  { id: 'c3', kind: 'clause', text: 'Stressing the threat of crime' },
] as const
const PUNCTUATION = { between: ';', beforeLast: '; and', last: '.' }

/** The members of the groups that take part. */
export const GROUPS: { readonly [code: string]: readonly string[] } = {
  EU: ['FRA', 'HUN', 'SWE'],
  AG: ['KEN', 'MAR'],
}
const DELEGATIONS = ['FRA', 'HUN', 'KEN', 'BRA', 'EU', 'AG']
const WORDS = ['peace ', 'security ', 'of law', 'urgently ', 'danger', 'les États ', '😀 ', 'all ']

/**
 * A declaration in memory, judged and folded as the server does it and at once, so that a property can play a whole
 * negotiation a thousand times.
 */
export class Plenary {
  readonly state = new State()
  private time = Date.UTC(2009, 9, 11, 9)

  constructor() {
    const text = layText(BLOCKS)
    const labels = firstLabels(BLOCKS)
    const words = wordsOfText('d', 'en', clean(readText(text), labels, PUNCTUATION))
    const by = actor('SEC')
    const at = this.now()
    const version = {
      ...{ number: 0, symbol: 'L.1', note: '', stage: 'drafting' as const, final: false, at, by },
      ...{ hash: versionHash(words), state: versionHash(stateOfText(text, labels)) },
    }
    const declaration = { id: 'd', symbol: 'L.1', language: 'en', punctuation: PUNCTUATION }
    const step = { kind: 'declaration laid' as const, declaration, blocks: BLOCKS, labels, version }
    this.state.take({ act: { act: 0, at, by, ...step }, engrossed: null })
  }

  get record(): Record {
    if (!this.state.record) throw new Error('nothing was laid')
    return this.state.record
  }

  get pending(): Amendment[] {
    return Object.values(this.record.amendments).filter(({ state }) => state === 'pending')
  }

  account = (): Account => accountOf(this.record, this.state.text)

  command(who: string, input: CommandInput): Performed | Refusal {
    const by = actor(who)
    const at = this.now()
    const deed = judge(this.state, this.record, Command.parse(input), by, at)
    if (isRefusal(deed)) return deed
    const { first, step, engrossed = null, answer } = deed
    if (first) this.state.take({ act: { act: this.record.acts, at, by, ...first }, engrossed: null })
    if (!step) return { act: null, ...answer }
    const act = this.record.acts
    for (const it of [{ step, engrossed }, ...(deed.following ?? [])]) {
      const { pen } = 'pen' in it.step ? it.step : {}
      if (pen !== undefined) this.state.pens.give({ pen, draft: null, holder: null })
      this.state.take({ act: { act: this.record.acts, at, by, ...it.step }, engrossed: it.engrossed })
    }
    return { act, ...answer }
  }

  /** Writes in a draft with a pen of its own. */
  write(draft: string, change: (doc: Y.Doc) => void): void {
    const pen = this.state.pens.next()
    this.state.pens.give({ pen, draft, holder: 'somebody' })
    const doc = cloneText(this.state.draft(draft), pen)
    doc.on('update', (update: Uint8Array) => this.state.take({ draft, update }))
    change(doc)
  }

  type(draft: string, [, a, b, c]: Move): void {
    this.write(draft, (doc) => doc.transact(() => types(doc, a, b, c)))
  }

  /** Tables that a clause stand after another; gives the amendment. */
  moves(who: string, clause: string, after: string): string {
    const { draft = '' } = this.command(who, { do: 'draft.open', another: true }) as Performed
    this.write(draft, (doc) => writeMove(doc, { key: moveKey(doc.clientID, 1), clause, after, turn: 1 }))
    const { amendment = '' } = this.command(who, { do: 'amendment.table', draft, reason: '' }) as Performed
    return amendment
  }

  /** One step of a random negotiation: whatever is refused leaves all as it was. */
  move(move: Move): void {
    const [kind, a, b, c] = move
    const who = DELEGATIONS[a % DELEGATIONS.length] ?? 'FRA'
    const some = this.pending[b % Math.max(1, this.pending.length)]
    const other = this.pending[c % Math.max(1, this.pending.length)]
    if (kind >= 940) {
      this.versions(c, kind >= 970)
      return
    }
    if (kind >= 780) {
      this.goesOn(who, move)
      return
    }
    const what = kind % 25
    if (what < 8 || !some || !other) {
      this.tables(who, move, null)
      return
    }
    const amendment = some.id
    if (what === 8) this.tables(some.sponsor, move, amendment)
    else if (what === 9) this.command(some.sponsor, { do: 'amendment.withdraw', amendment })
    else if (what === 10) this.command('SEC', { do: 'amendment.decide', amendment, decision: 'reject' })
    else if (what < 13) this.command('SEC', { do: 'amendment.decide', amendment, decision: 'accept' })
    else if (what === 13) this.ties(amendment, other.id, c % 2 > 0)
    else if (what < 16) this.compromises(move, [amendment, other.id])
    else if (what === 16) this.answers(some, c % 3 > 0)
    else if (what === 17) {
      const { wording } = wordingInForce(some)
      this.command(who, { do: 'amendment.cosponsor', amendment, wording, confirm: c % 4 > 0 })
    } else if (what === 18)
      this.command(who, { do: 'amendment.position', amendment, stand: c % 2 ? 'oppose' : 'support' })
    else if (what === 23) this.takesIn(some)
    else if (what === 24) this.consolidates(move, [amendment, other.id])
    else if (what > 19) this.tables(who, move, null, amendment)
    else this.command('HUN', { do: 'amendment.optout', amendment, group: 'EU', out: c % 2 > 0 })
  }

  /** With drafts that stay open while the text, and what they amend, moves on. */
  private goesOn(who: string, move: Move): void {
    const [kind, , b, c] = move
    const drafts = Object.values(this.record.drafts)
    const draft = drafts[b % Math.max(1, drafts.length)]
    const what = kind % 10
    if (!draft || what < 4) this.begins(who, move)
    else if (what < 6) this.write(draft.id, (doc) => writes(doc, `h${doc.clientID}n`, move))
    else if (what < 9) this.tableDraft(draft)
    else if (c % 2) this.command(draft.delegation, { do: 'draft.discard', draft: draft.id })
    else {
      const gone = Object.values(this.record.amendments).filter(({ state }) => state === 'withdrawn')
      const amendment = gone[b % Math.max(1, gone.length)]?.id
      if (amendment) this.command(who, { do: 'amendment.takeup', amendment })
    }
  }

  private begins(who: string, move: Move): void {
    const [, a, b, c] = move
    const all = this.pending
    const some = all[b % Math.max(1, all.length)]
    const others = all.filter((_, nth) => (c >> nth) % 3 === 0).map(({ id }) => id)
    const how = (a + c) % 5
    if (some?.compromise && how < 3) {
      const opened = this.command('CHR', { do: 'compromise.open', revises: some.id })
      this.writesIn(opened, move)
      return
    }
    const opened =
      how === 0 && some
        ? this.command(some.sponsor, { do: 'draft.open', revises: some.id, another: true })
        : how < 3 && some
          ? this.command(who, { do: 'draft.open', amends: some.id, another: true })
          : this.command(who, { do: 'draft.open', from: how === 3 ? others.slice(0, 3) : [], another: true })
    this.writesIn(opened, move)
  }

  private writesIn(opened: Performed | Refusal, move: Move): void {
    const { draft } = opened as Performed
    if (draft) this.write(draft, (doc) => writes(doc, `h${doc.clientID}n`, move))
  }

  private tableDraft({ id: draft, kind, delegation }: Draft): void {
    if (kind === 'consolidation') this.command('SEC', { do: 'consolidation.adopt', draft })
    else if (kind === 'compromise') this.command(delegation, { do: 'compromise.put', draft })
    else this.command(delegation, { do: 'amendment.table', draft, reason: '' })
  }

  /** Issues a version, or brings the words of an earlier one back. */
  private versions(which: number, isBack: boolean): void {
    const { length } = this.record.versions
    if (isBack) this.command('SEC', { do: 'version.restore', version: which % length })
    else this.command('SEC', { do: 'version.issue', symbol: `L.1/Rev.${length}` })
  }

  private tables(who: string, move: Move, revises: string | null, amends: string | null = null): void {
    const opened = this.command(who, { do: 'draft.open', revises, amends, another: true })
    if (isRefusal(opened) || !opened.draft) return
    this.type(opened.draft, move)
    if (move[1] % 2) this.type(opened.draft, [move[0], move[2], move[3], move[1]])
    this.command(who, { do: 'amendment.table', draft: opened.draft, reason: '' })
  }

  private compromises(move: Move, from: string[]): void {
    const opened = this.command('CHR', { do: 'compromise.open', from })
    if (isRefusal(opened) || !opened.draft) return
    this.type(opened.draft, move)
    const { amendment } = this.command('CHR', { do: 'compromise.put', draft: opened.draft }) as Performed
    const put = amendment && this.record.amendments[amendment]
    if (!put || move[1] % 2) return
    if (move[2] % 2) this.answers(put, move[3] % 3 > 0)
    this.command('SEC', { do: 'amendment.decide', amendment, decision: 'accept' })
  }

  private consolidates(move: Move, from: string[]): void {
    const opened = this.command('SEC', { do: 'consolidation.open', from })
    if (isRefusal(opened) || !opened.draft) return
    if (move[1] % 2) this.type(opened.draft, move)
    if (isRefusal(this.command('SEC', { do: 'consolidation.adopt', draft: opened.draft })))
      this.command('SEC', { do: 'draft.discard', draft: opened.draft })
  }

  /** The sponsor of what it amends takes it in. */
  private takesIn(sub: Amendment): void {
    const parent = parentOf(this.record, sub)
    const { wording } = wordingInForce(sub)
    if (parent) this.command(parent.sponsor, { do: 'amendment.incorporate', amendment: sub.id, wording })
  }

  private ties(amendment: string, to: string, accept: boolean): void {
    if (amendment === to) return
    this.command('SEC', { do: 'amendment.tie', amendment, fallsIf: [to] })
    if (accept) this.command('SEC', { do: 'amendment.decide', amendment: to, decision: 'accept' })
  }

  /** The sponsors who are asked accept, or decline. */
  private answers(compromise: Amendment, accept: boolean): void {
    const { wording } = wordingInForce(compromise)
    for (const [code] of consents(compromise, this.record))
      this.command(code, { do: 'compromise.answer', amendment: compromise.id, wording, accept })
  }

  private now(): string {
    this.time += 1_000
    return new Date(this.time).toISOString()
  }
}

function actor(who: string): Actor {
  const desk = { SEC: 'secretariat', CHR: 'chair' } as const
  const role = who === 'SEC' || who === 'CHR' ? desk[who] : ('delegate' as const)
  const members = GROUPS[who]
  const delegation = role === 'delegate' ? who : null
  return { capacity: `cap-${who}`, name: who, role, delegation, ...(members ? { members } : {}) }
}

function types(doc: Y.Doc, a: number, b: number, c: number): void {
  const blocks = elementsOf(doc)
  const words = WORDS[(a + b) % WORDS.length] ?? ''
  if (c % 11 === 9) {
    moveClause(doc, a, b)
    return
  }
  if (c % 7 === 0) {
    const block = newBlock({ id: `n${doc.clientID}`, kind: 'clause', text: words.trim() })
    textRoot(doc).insert((b % blocks.length) + 1, [block])
    return
  }
  const element = blocks[b % blocks.length]
  const text = element && wordsOf(element)
  if (!text) return
  const spaces = [...text.toString().matchAll(/ |$/g)].map(({ index }) => index)
  const from = spaces[c % spaces.length] ?? 0
  const to = spaces[(c + (a % 3)) % spaces.length] ?? from
  if (to > from) text.delete(from, to - from)
  if (a % 4 !== 1) text.insert(from, ` ${words.trim()}`)
}
