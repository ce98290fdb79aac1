import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '../../shared/actor.ts'
import type { DraftId } from '../../shared/ids.ts'
import { movesRoot } from '../../shared/moves.ts'
import { may, type Role } from '../../shared/policy.ts'
import type { Stage } from '../../shared/stage.ts'
import {
  blockIdOf,
  elementsOf,
  newBlock,
  newTextDoc,
  readText,
  textRoot,
  wordsOf,
} from '../../shared/text.ts'
import { Chamber, must } from '../support/chamber.ts'
import { moveClause } from '../support/negotiation.ts'
import { holdsInTurn } from '../support/property.ts'

/** Somebody's tab on a draft, at the far end of a slow line. */
class Tab {
  readonly draft: DraftId
  readonly actor: Actor
  readonly doc = newTextDoc()
  readonly undo: Y.UndoManager
  /** What was typed and not yet sent; null while the line is broken. */
  outbox: Uint8Array[] | null = []
  /** What the server told and has not arrived yet. */
  inbox: Uint8Array[] = []
  private readonly chamber: Chamber
  private blocks = 0

  constructor(chamber: Chamber, draft: DraftId, actor: Actor, pen: number, brought: Uint8Array | null) {
    this.chamber = chamber
    this.draft = draft
    this.actor = actor
    if (brought) Y.applyUpdate(this.doc, brought)
    this.doc.clientID = pen
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.outbox?.push(update)
    })
    this.undo = new Y.UndoManager([textRoot(this.doc), movesRoot(this.doc)], {
      trackedOrigins: new Set(['typing']),
      captureTimeout: 0,
    })
  }

  /** As the provider does: each tells the other what it lacks. */
  async connect(): Promise<string | null> {
    this.inbox = []
    this.outbox = []
    const server = await this.chamber.sitting.look((_, { drafts }) => {
      const draft = drafts.get(this.draft)
      const mine = Y.encodeStateVector(this.doc)
      return draft ? { vector: Y.encodeStateVector(draft), update: Y.encodeStateAsUpdate(draft, mine) } : null
    })
    const there = must(server)
    if (!there) return 'draft/unknown'
    Y.applyUpdate(this.doc, there.update, 'server')
    return this.send(Y.encodeStateAsUpdate(this.doc, there.vector))
  }

  async flush(count: number): Promise<string | null> {
    for (const update of this.outbox?.splice(0, count) ?? []) {
      const refused = await this.send(update)
      if (refused) return refused
    }
    return null
  }

  receive(count: number): void {
    for (const update of this.inbox.splice(0, count)) Y.applyUpdate(this.doc, update, 'server')
  }

  private async send(update: Uint8Array): Promise<string | null> {
    const refusal = await this.chamber.sitting.write(this.draft, update, this.actor, this)
    seen.writes++
    return refusal && JSON.stringify(refusal)
  }

  /** One thing that somebody does at a keyboard. */
  edit(kind: number, a: number, b: number): void {
    if (kind === 0) this.undo.undo()
    else if (kind === 1) this.undo.redo()
    else this.doc.transact(() => this.type(kind, a, b), 'typing')
  }

  private type(kind: number, a: number, b: number): void {
    const blocks = elementsOf(this.doc)
    const block = blocks[a % blocks.length]
    const words = block && wordsOf(block)
    if (!block || !words) return
    const text = words.toString()
    const at = whole(text, b % (text.length + 1))
    const end = whole(text, Math.min(text.length, at + (a % 7)))
    const isOwn = blockIdOf(block).startsWith('n')
    if (kind === 2) textRoot(this.doc).insert(1 + (a % blocks.length), [this.newClause()])
    else if (kind === 3 && isOwn) textRoot(this.doc).delete(blocks.indexOf(block), 1)
    else if (kind === 4 && b % 3 > 0) moveClause(this.doc, a, b)
    else if (kind === 4) words.delete(0, words.length)
    else if (kind === 5) words.insert(at, PASTED.slice(0, whole(PASTED, 50 + (b % 400))))
    else if (kind === 6) words.delete(at, end - at)
    else {
      if (kind === 7) words.delete(at, end - at)
      words.insert(at, TYPED[b % TYPED.length] ?? 'x')
    }
  }

  private newClause = (): Y.XmlElement =>
    newBlock({ id: `n${this.doc.clientID}-${++this.blocks}`, kind: 'clause', text: 'Notant' })
}

const TYPED = ['a', ' la', 'é', '😀', '\n', "l'ordre", 'نص', ' paix', '👩\u200d👧']
/** Long, with lines, and in one piece. */
const PASTED = 'Réaffirmant que les États membres 🕊\ndoivent coopérer, « sans délai », '.repeat(12)

const whole = (text: string, at: number): number => {
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low < 0xe000 ? at - 1 : at
}

/** A morning in the chamber: three drafts, several tabs on each, and the desk. */
class Morning {
  readonly tabs: Tab[] = []
  private stage: Stage = 'drafting'
  readonly refused: string[] = []
  readonly chamber: Chamber

  private constructor(chamber: Chamber) {
    this.chamber = chamber
    chamber.sitting.listen({
      hall: () => {},
      draft: (id, update, hand) => {
        for (const tab of this.tabs)
          if (tab.draft === id && tab !== hand && tab.outbox) tab.inbox.push(update)
      },
      draftClosed: (id) => {
        for (const tab of this.tabs.filter(({ draft }) => draft === id))
          this.tabs.splice(this.tabs.indexOf(tab), 1)
      },
      draftsChanged: () => {},
      notesChanged: () => {},
      broken: () => this.refused.push('the sitting broke'),
    })
  }

  static async begin(): Promise<Morning> {
    const morning = new Morning(await Chamber.open())
    for (const who of DELEGATIONS) await morning.opens(who)
    await morning.opens('SEC')
    return morning
  }

  /** A draft with tabs: of two colleagues, and of a delegation that writes along. */
  async opens(who: string): Promise<void> {
    const voice = this.chamber.as(who)
    const { id } = await voice.draft()
    const along = who === 'SEC' ? 'CHR' : DELEGATIONS[(DELEGATIONS.indexOf(who) + 1) % 3]
    if (who !== 'SEC') {
      await voice.do({ do: 'draft.share', draft: id, sharing: 'live', members: [along ?? 'KEN'] })
    }
    const colleague = { ...voice.actor, capacity: `${voice.actor.capacity}-2` }
    for (const actor of [voice.actor, colleague, this.chamber.as(along ?? 'KEN').actor]) {
      await this.tab(id, actor, null)
    }
  }

  async tab(draft: DraftId, actor: Actor, brought: Uint8Array | null): Promise<void> {
    const given = await this.chamber.sitting.givePen(draft, actor)
    if (!('pen' in given)) return
    const tab = new Tab(this.chamber, draft, actor, given.pen, brought)
    this.tabs.push(tab)
    await this.answer(tab, await tab.connect())
  }

  async step([kind, a, b]: readonly [number, number, number]): Promise<void> {
    const tab = this.tabs[a % (this.tabs.length || 1)]
    if (kind === 99) return this.movesStage()
    if (!tab) return this.mayWrite('delegate') ? this.opens(DELEGATIONS[a % 3] ?? 'FRA') : undefined
    // An honest page reads the stage, and holds back what was typed until the stage allows drafts again.
    if (kind < 95 && !this.mayWrite(tab.actor.role)) return
    if (kind < 40) return tab.edit(kind % 11, a >> 4, b)
    if (kind < 60) return this.answer(tab, await tab.flush(1 + (b % 5)))
    if (kind < 75) return tab.receive(1 + (b % 5))
    if (kind < 79) {
      tab.outbox = null
      return
    }
    if (kind < 86) return this.answer(tab, await tab.connect())
    if (kind < 90) return this.reload(tab)
    if (kind < 95) return this.tables(tab)
    if (kind < 98) return this.decides(b)
    return this.sharesAnew(tab)
  }

  private mayWrite = (role: Role): boolean => may(role, 'draft.write', this.stage)

  /** To Consolidation, in which only the desk writes, and decides meanwhile; or back. */
  private async movesStage(): Promise<void> {
    this.stage = this.stage === 'drafting' ? 'consolidation' : 'drafting'
    await this.chamber.as('SEC').do({ do: 'stage.move', to: this.stage })
    seen.stages++
    if (this.stage === 'drafting')
      for (const tab of [...this.tabs]) await this.answer(tab, await tab.connect())
  }

  /** Whoever writes along is shown out, or asked in again. */
  private async sharesAnew({ draft: id }: Tab): Promise<void> {
    const draft = (await this.chamber.record()).drafts[id]
    if (!draft || draft.kind === 'consolidation' || this.stage !== 'drafting') return
    const along = DELEGATIONS[(DELEGATIONS.indexOf(draft.delegation) + 1) % 3] ?? 'KEN'
    const members = draft.members.length > 0 ? [] : [along]
    await this.chamber.as(draft.delegation).do({ do: 'draft.share', draft: id, sharing: 'live', members })
    seen.shared++
    if (members.length > 0) return this.tab(id, this.chamber.as(along).actor, null)
    const left = this.tabs.filter((it) => it.draft === id && it.actor.delegation !== draft.delegation)
    for (const tab of left) this.tabs.splice(this.tabs.indexOf(tab), 1)
  }

  /** The browser comes back with what it had kept on its disk, and a pen of its own. */
  private async reload(tab: Tab): Promise<void> {
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    await this.tab(tab.draft, tab.actor, Y.encodeStateAsUpdate(tab.doc))
  }

  private async tables(tab: Tab): Promise<void> {
    const draft = (await this.chamber.record()).drafts[tab.draft]
    if (!draft) return
    const tabled = await this.chamber
      .as(draft.delegation)
      .try(
        draft.kind === 'consolidation'
          ? { do: 'consolidation.adopt', draft: tab.draft }
          : { do: 'amendment.table', draft: tab.draft, reason: '' },
      )
    if (!('act' in tabled)) return
    seen.tabled++
    await this.opens(draft.delegation)
  }

  private async decides(b: number): Promise<void> {
    const { amendments } = await this.chamber.record()
    const pending = Object.values(amendments).filter(({ state }) => state === 'pending')
    const amendment = pending[b % (pending.length || 1)]?.id
    if (!amendment) return
    const decision = b % 4 ? 'accept' : 'reject'
    const decided = await this.chamber.as('SEC').try({ do: 'amendment.decide', amendment, decision })
    if ('act' in decided && decision === 'accept') seen.accepted++
  }

  private async answer(tab: Tab, refused: string | null): Promise<void> {
    // Only a draft that was closed while the words were under way may refuse them.
    if (refused && this.tabs.includes(tab)) this.refused.push(refused)
  }

  /** Everybody comes back to the line, and everything arrives. */
  async ends(): Promise<void> {
    if (this.stage !== 'drafting') await this.movesStage()
    for (const _ of [1, 2]) for (const tab of [...this.tabs]) await this.answer(tab, await tab.connect())
  }
}

const DELEGATIONS = ['FRA', 'BRA', 'KEN']
const seen = { writes: 0, tabled: 0, accepted: 0, stages: 0, shared: 0 }

test('honest clients are never refused, whatever the line, undo, reloads, sharing, tabling, decisions and stages do', async () => {
  const step = fc.tuple(fc.nat(99), fc.nat(9_999), fc.nat(9_999))
  await holdsInTurn(
    'honest',
    [fc.array(step, { minLength: 20, maxLength: 90, size: 'max' })],
    async (steps) => {
      const morning = await Morning.begin()
      for (const it of steps) await morning.step(it)
      await morning.ends()
      expect(morning.refused).toEqual([])
      for (const { draft, doc } of morning.tabs) {
        const there = await morning.chamber.sitting.look((_, { drafts }) =>
          readText(drafts.get(draft) ?? new Y.Doc()),
        )
        expect(readText(doc)).toEqual(must(there))
      }
    },
  )
  console.info(`honest: ${JSON.stringify(seen)}`)
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0)
})
