import { expect } from 'vitest'
import * as Y from 'yjs'
import { faultOf } from '../../server/sitting/draft-faults.ts'
import type { DraftId, Pen } from '../../shared/ids.ts'
import type { Refusal, RefusalCode } from '../../shared/refusal.ts'
import { cloneText } from '../../shared/text.ts'
import { Chamber, must, type Voice } from './chamber.ts'
import { MemoryArchive } from './memory-archive.ts'

/** A chamber under attack: France's draft, the pen of its tab, and everything that an attack must leave as it was. */
export class Siege {
  readonly chamber: Chamber
  readonly france: Voice
  readonly draft: DraftId
  /** What France's tab shows. */
  readonly doc: Y.Doc
  readonly pen: Pen
  private readonly written: () => number

  private constructor(chamber: Chamber, draft: DraftId, doc: Y.Doc, written: () => number) {
    this.chamber = chamber
    this.france = chamber.as('FRA')
    this.draft = draft
    this.doc = doc
    this.pen = doc.clientID
    this.written = written
  }

  static async lay(prepare: (chamber: Chamber) => Promise<unknown> = async () => {}): Promise<Siege> {
    const archive = new MemoryArchive()
    let entries = 0
    archive.onAppend = () => void entries++
    const chamber = await Chamber.open(archive)
    await prepare(chamber)
    const { id, doc } = await chamber.as('FRA').draft()
    return new Siege(chamber, id, doc, () => entries)
  }

  /** Everything there is, to the byte: text, hall, drafts, record, and how long the journal is. */
  state = async () =>
    must(
      await this.chamber.sitting.look((record, { text, hall, drafts }) => ({
        text: Y.encodeStateAsUpdate(text),
        hall: Y.encodeStateAsUpdate(hall),
        drafts: [...drafts].map(([id, doc]) => [id, Y.encodeStateAsUpdate(doc)]),
        record: JSON.stringify(record),
        journal: this.written(),
      })),
    )

  write = (update: Uint8Array, draft = this.draft): Promise<Refusal | null> =>
    this.chamber.sitting.write(draft, update, this.france.actor)

  /** The code with which the attack is refused; everything is as it was. */
  async refuses(attack: () => Promise<unknown>): Promise<RefusalCode | 'admitted'> {
    const before = await this.state()
    const answer = (await attack()) as Refusal | null
    expect(await this.state()).toEqual(before)
    return answer?.refused ?? 'admitted'
  }

  /** What is wrong with the draft now, looked at as a whole. */
  fault = async (): Promise<string | null> =>
    must(
      await this.chamber.sitting.look((_, { text, drafts }) =>
        faultOf(cloneText(drafts.get(this.draft) ?? new Y.Doc()), text),
      ),
    )
}
