import * as Y from 'yjs'
import { type Account, accountOf } from '../../shared/account.ts'
import type { Act, Step } from '../../shared/act.ts'
import type { Actor } from '../../shared/actor.ts'
import type { OutcomeAnswer, PenGiven, TextAnswer, VersionAnswer } from '../../shared/api.ts'
import type { Command, Performed } from '../../shared/command.ts'
import type { AmendmentId, DraftId, Instant, Sha256 } from '../../shared/ids.ts'
import { may, mayEver } from '../../shared/policy.ts'
import { finalVersion, type Record } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { endsAt } from '../../shared/silence.ts'
import type { Journal, PenEntry } from '../archive/contract.ts'
import { Admission } from './admission.ts'
import type { Around, Listener } from './around.ts'
import { Breath, SHOWING, TURNING } from './breath.ts'
import { replayed, toCheckpoint } from './checkpoint.ts'
import type { Session, TextQuery } from './contract.ts'
import { NOTHING_ASIDE } from './deed.ts'
import { answerEndorsing } from './endorsing-answer.ts'
import { answerLanguage } from './language-answer.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { Mirrored } from './mirrored.ts'
import { answerOutcome } from './outcome-answer.ts'
import { judge } from './perform.ts'
import { memberDraft } from './perform-draft.ts'
import { adoption } from './perform-silence.ts'
import { sourceOf } from './source.ts'
import type { State } from './state.ts'
import { answerText } from './text-answer.ts'
import { type Hand, Tick } from './tick.ts'
import { Turns } from './turns.ts'
import { accountOfVersion } from './version-account.ts'

/**
 * One declaration, open. Whatever reads or writes it waits for its turn: judge and change, append to the
 * journal, and only then tell anybody (rule J1). An answer never rests on what could still be lost.
 */
export class Sitting implements Session {
  private readonly state: State
  private readonly journal: Journal
  private readonly mirrored: Mirrored
  private readonly admission: Admission
  private readonly around: Around
  private readonly turns: Turns<Tick>
  private readonly listeners = new Set<Listener>()
  private readonly showing = new Breath(SHOWING)
  private readonly turning = new Breath(TURNING)
  /** When this turn began: processor time, and by the clock. */
  private began: { readonly spent: number; readonly at: number }
  private isShowingLater = false
  /** Until it is in the journal: nothing has been written with it before. */
  private ownPen: PenEntry | null
  private keeping: Promise<void> | null = null

  private constructor(state: State, journal: Journal, around: Around) {
    this.state = state
    this.journal = journal
    this.around = around
    // A fresh Yjs client id at each start for all that the server writes (rule J1).
    this.ownPen = { pen: state.pens.next(), draft: null, holder: null }
    state.pens.give(this.ownPen)
    state.hall.clientID = this.ownPen.pen
    this.mirrored = new Mirrored(state)
    this.admission = new Admission(state)
    this.began = this.now()
    this.turns = new Turns({
      begin: () => this.begin(),
      finish: (tick) => this.finish(tick),
      rest: () => this.turning.wait(around.pulse.clock()),
      later: around.pulse.later,
      onBreak: (fault, refusal) => this.break(fault, refusal),
    })
  }

  /** Replays the journal, from its checkpoint where there is one; throws, and lets go of it, where it is damaged. */
  static async open(journal: Journal, around: Around): Promise<Sitting> {
    try {
      const state = await replayed(journal, around.onNoCheckpoint)
      around.onSilence(endsAt(state.record?.silence))
      return new Sitting(state, journal, around)
    } catch (fault) {
      await journal.close()
      throw fault
    }
  }

  /** Lays a declaration before the meeting: the first act of its journal. */
  lay(step: Extract<Step, { kind: 'declaration laid' }>, by: Actor): Promise<Performed | Refusal> {
    return this.change((tick) => {
      if (this.state.record) return refuse('declaration/exists')
      return { act: tick.act(step, by, null) }
    })
  }

  perform(command: Command, by: Actor, aside = NOTHING_ASIDE): Promise<Performed | Refusal> {
    const came = this.around.now()
    return this.change((tick) => {
      const deed = judge(this.state, this.record(), command, by, came, aside)
      if (isRefusal(deed)) return deed
      if (deed.first) tick.act(deed.first, by, null, came)
      const act = deed.step ? tick.act(deed.step, by, deed.engrossed ?? null, came) : null
      for (const { step, engrossed } of deed.following ?? []) tick.act(step, by, engrossed, came)
      return { act, ...deed.answer }
    }, came)
  }

  givePen(draft: DraftId, by: Actor): Promise<PenGiven | Refusal> {
    return this.change((tick) => {
      const refusal = this.mayWrite(draft, by)
      if (refusal) return refusal
      const pen = this.state.pens.next()
      tick.givePen(pen, draft, by.capacity)
      return { pen }
    })
  }

  /** Words for a draft (rules P1 to P3). Null: they are on disk, and everybody has them. */
  write(draft: DraftId, update: Uint8Array, by: Actor, hand: Hand = by): Promise<Refusal | null> {
    let answer: Refusal | null = null
    const judge = () => this.mayWrite(draft, by) ?? this.admission.judge(draft, update, by.capacity)
    const judged = (refusal: Refusal | null) => {
      answer = refusal
    }
    return this.turns.take(
      (tick) => tick.submit(draft, { update, from: hand, judge, judged }),
      () => answer,
    )
  }

  text = (query: TextQuery): Promise<TextAnswer | Refusal> =>
    this.look((record, state) => answerText(state, record, query))

  outcome = (amendments: readonly AmendmentId[]): Promise<OutcomeAnswer | Refusal> =>
    this.look((record, state) => answerOutcome(state, record, amendments))

  account = (version: number | null = null): Promise<Account | Refusal> =>
    this.look((record, state) =>
      version === null ? accountOf(record, state.text) : accountOfVersion(state, version),
    )

  version = (number: number): Promise<VersionAnswer | Refusal> =>
    this.look((_, state) => state.version(number))

  acts = (): Promise<readonly Act[] | Refusal> => this.look((_, state) => [...state.acts])

  ledger = <T>(ask: (ledger: Ledger) => T | Refusal): Promise<T | Refusal> =>
    this.look((record, state) => ask(ledgerOf(record, state)))

  endorsing = (by: Actor, known: Sha256 | null): ReturnType<Session['endorsing']> =>
    this.look((record, state) => answerEndorsing(state, record, by, { known, time: this.around.now() }))

  language = (language: string): ReturnType<Session['language']> =>
    this.look((record, state) => answerLanguage(state, record, language))

  roll = (): ReturnType<Session['roll']> =>
    this.look((record) => ({
      present: this.around.present(),
      endorsements: record.endorsements,
      version: finalVersion(record),
    }))

  source = (): ReturnType<Session['source']> =>
    this.look((_, state) => sourceOf(state, this.around.present()))

  /** Reads the declaration when all that it shows is on disk. `at` must not keep or change what it is given. */
  look<T>(at: (record: Record, state: State) => T): Promise<T | Refusal> {
    return this.turns.take(
      () => {},
      () => at(this.record(), this.state),
    )
  }

  /** Hears of everything that is on disk after the turn in which this is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** False where a crash cut off the first act of all: nobody was told that the declaration was laid (rule J2). */
  get isLaid(): boolean {
    return this.state.record !== null
  }

  /** Whether nobody listens. */
  get isAlone(): boolean {
    return this.listeners.size === 0
  }

  /** Waits for what is under way, keeps a checkpoint, then closes the journal. */
  async close(): Promise<void> {
    await this.keeping
    this.keeping = this.keepCheckpoint()
    await this.keeping
    await this.turns.settled()
    await this.journal.close()
  }

  private mayWrite(draft: DraftId, by: Actor): Refusal | null {
    const record = this.record()
    if (!mayEver(by.role, 'draft.write')) return refuse('policy/role', { role: by.role })
    if (!may(by.role, 'draft.write', record.stage)) return refuse('policy/stage', { stage: record.stage })
    const found = memberDraft(record, draft, by)
    return isRefusal(found) ? found : null
  }

  private record(): Record {
    if (!this.state.record) throw new Error('no declaration has been laid here')
    return this.state.record
  }

  /** `came`: when it reached the sitting. It is judged as of then, however long it waits for its turn (rule S1). */
  private change<T>(judgement: (tick: Tick) => T, came = this.around.now()): Promise<T | Refusal> {
    let answer: T | undefined
    return this.turns.take(
      (tick) => {
        tick.settle()
        this.adopt(tick, came)
        answer = judgement(tick)
      },
      () => answer as T,
    )
  }

  private adopt(tick: Tick, now: Instant): void {
    const { record } = this.state
    const due = record && adoption(this.state, record, now)
    if (due) tick.act(due.step, due.by, null, due.at)
  }

  private now(): { readonly spent: number; readonly at: number } {
    const { clock, processor } = this.around.pulse
    return { spent: processor(), at: clock() }
  }

  private begin(): Tick {
    this.began = this.now()
    return new Tick(this.state, this.around.now(), this.ownPen)
  }

  private async finish(tick: Tick): Promise<void> {
    tick.settle()
    // What came before this turn began has been judged: nobody shall be shown a silence that is over.
    this.adopt(tick, tick.at)
    const { clock, processor } = this.around.pulse
    const hall = this.mirrored.follow(tick, this.showing.wait(clock()) === 0)
    const entry = tick.entry(hall)
    if (entry) {
      await this.journal.append(entry)
      this.ownPen = null
      this.tell(tick, hall)
    }
    this.showLater()
    if (entry) this.turning.spent(processor() - this.began.spent, this.began.at)
    if (this.journal.wantsCheckpoint) this.keeping ??= this.keepCheckpoint()
  }

  /**
   * Takes a turn like everybody: at its end all that is in memory is in the journal. The checkpoint is of that moment;
   * it is written beside the turns that follow.
   */
  private async keepCheckpoint(): Promise<void> {
    const kept = this.turns.take(
      () => {},
      () => this.journal.keep(toCheckpoint(this.state)),
    )
    await kept.catch(this.around.onNoCheckpoint)
    this.keeping = null
  }

  /** When drafts have grown unseen, a turn of its own shows them as soon as the room may. */
  private showLater(): void {
    if (!this.mirrored.isBehind || this.isShowingLater) return
    this.isShowingLater = true
    this.around.pulse.later(this.showing.wait(this.around.pulse.clock()), () => {
      this.isShowingLater = false
      void this.change(() => null)
    })
  }

  private tell(tick: Tick, hall: Uint8Array | null): void {
    const { opened, closed, written, noted } = this.state.takeNews()
    const kinds = new Set(tick.acts.map(({ act }) => act.kind))
    const moved = MOVING.some((kind) => kinds.has(kind))
    if (SILENCE.some((kind) => kinds.has(kind))) this.around.onSilence(endsAt(this.state.record?.silence))
    for (const id of closed) this.admission.forget(id)
    if (hall) this.show(hall)
    for (const listener of this.listeners) {
      for (const [id, updates] of written) listener.draft(id, Y.mergeUpdates([...updates]), tick.onlyHand(id))
      for (const id of closed) listener.draftClosed(id)
      if (moved || opened.size > 0 || closed.size > 0) listener.draftsChanged()
      for (const delegation of noted) listener.notesChanged(delegation)
    }
  }

  private show(hall: Uint8Array): void {
    const before = this.around.pulse.processor()
    for (const listener of this.listeners) listener.hall(hall)
    this.showing.spent(this.around.pulse.processor() - before, this.began.at)
  }

  private break(fault: unknown, refusal: Refusal): void {
    for (const listener of this.listeners) listener.broken(refusal)
    this.around.onBreak(fault)
  }
}

/** By these a silence procedure begins, ends, or gets another deadline. */
const SILENCE: readonly Act['kind'][] = [
  ...(['silence opened', 'silence extended', 'silence broken', 'silence cancelled', 'text adopted'] as const),
]
/** By these it changes who may write which draft. */
const MOVING: readonly Act['kind'][] = ['draft shared', 'stage moved', ...SILENCE]
