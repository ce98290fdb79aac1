import * as Y from 'yjs'
import type { Pulse } from '../../server/sitting/around.ts'
import type { Aside } from '../../server/sitting/deed.ts'
import type { Sitting } from '../../server/sitting/sitting.ts'
import { type OpenSittings, openSittings } from '../../server/sitting/sittings.ts'
import type { Actor } from '../../shared/actor.ts'
import type { CommandInput, Performed } from '../../shared/command.ts'
import { Command } from '../../shared/command.ts'
import { type Instrument, type Signatory, WITHDRAWS } from '../../shared/endorsement.ts'
import type { Instant } from '../../shared/ids.ts'
import { moveKey, readMoves, writeMove } from '../../shared/moves.ts'
import type { Role } from '../../shared/policy.ts'
import type { Record } from '../../shared/record.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { blockIdOf, cloneText, elementsOf, newBlock, readText, textRoot, wordsOf } from '../../shared/text.ts'
import { stateOfText } from '../../shared/version.ts'
import { Authenticator, type Lies } from './authenticator.ts'
import { instrumentOf } from './instrument.ts'
import { MemoryArchive } from './memory-archive.ts'
import { GROUPS } from './plenary.ts'

/** Where signatories sign. */
export const ORIGIN = 'https://paraph.example.org'

export const DECLARATION = {
  id: 'declaration',
  symbol: 'A/CONF.2009/L.1',
  language: 'fr',
  title: 'Déclaration',
  punctuation: { between: ' ;', beforeLast: ' ; et', last: '.' },
  clauses: [
    'Affirmant le rôle central que doit jouer la police',
    'Soulignant la menace que peuvent constituer les pays',
    'Appelant les États membres à soutenir ces mesures',
  ],
}

const ACTORS: { readonly [code: string]: Role } = { SEC: 'secretariat', CHR: 'chair', OBS: 'observer' }

/** A declaration before a meeting, without a network: delegations speak through it as through the rooms. */
export class Chamber {
  private readonly voices = new Map<string, Voice>()
  private readonly known: Signatory[] = []
  /** What the meeting knows beside the declaration. */
  readonly aside: Aside = { origin: ORIGIN, signatories: this.known }

  readonly archive: MemoryArchive
  readonly sittings: OpenSittings
  readonly sitting: Sitting

  private constructor(archive: MemoryArchive, sittings: OpenSittings, sitting: Sitting) {
    this.archive = archive
    this.sittings = sittings
    this.sitting = sitting
  }

  static async open(
    archive = new MemoryArchive(),
    pulse: Pulse = freePulse,
    now: () => Instant = clock(),
    declaration: typeof DECLARATION = DECLARATION,
  ): Promise<Chamber> {
    const log = { error: () => {}, info: () => {} }
    const sittings = openSittings({ archive, now, log, present: () => [], pulse })
    if ((await archive.declarations()).length === 0) must(await sittings.lay(declaration, actor('SEC')))
    return new Chamber(archive, sittings, must(await sittings.open(declaration.id)))
  }

  /** Somebody who speaks: `FRA`, `SEC`, `CHR`, `OBS`, or `SGP minister`. */
  as(who: string): Voice {
    const voice = this.voices.get(who) ?? new Voice(this.sitting, actor(who), this.aside)
    this.voices.set(who, voice)
    return voice
  }

  /** Accredits signatories, each with a key on a device: `SGP minister`. */
  accredit(...who: readonly string[]): void {
    for (const voice of who.map((it) => this.as(it))) {
      const { capacity, delegation, name } = voice.actor
      const key = { id: voice.device.id, spki: voice.device.spki }
      this.known.push({ capacity, state: delegation ?? '', name, title: 'Minister', key })
    }
  }

  /** Whoever was accredited is so no longer. */
  revoke(who: string): void {
    const { capacity } = this.as(who).actor
    this.known.splice(0, Infinity, ...this.known.filter((it) => it.capacity !== capacity))
  }

  /** The text is made final and put before these signatories; gives its hash. */
  async opens(...who: readonly string[]): Promise<string> {
    this.accredit(...who)
    const hash = await this.makesFinal()
    const desk = this.as('SEC')
    await desk.do({ do: 'signatories.list' })
    await desk.do({ do: 'endorsement.open', hash })
    return hash
  }

  /** The text is made final, where it is not so yet; gives its hash. */
  async makesFinal(): Promise<string> {
    const desk = this.as('SEC')
    const { stage } = await this.record()
    if (stage === 'drafting') await desk.do({ do: 'stage.move', to: 'consolidation' })
    if (stage !== 'final') await desk.do({ do: 'stage.move', to: 'final' })
    return (await this.record()).versions.at(-1)?.hash ?? ''
  }

  record = async (): Promise<Record> => must(await this.sitting.look((record) => record))

  /** The words that stand, clause by clause, without the title. */
  words = async (): Promise<string[]> =>
    must(
      await this.sitting.look((_, { text }) =>
        readText(text)
          .slice(1)
          .map((block) => block.text),
      ),
    )

  /** The exact bytes of the text, and its canonical form. */
  bytes = async (): Promise<[Uint8Array, string]> =>
    must(await this.sitting.look((_, { text }) => [Y.encodeStateAsUpdate(text), stateOfText(text, {})]))
}

export class Voice {
  private open: { id: string; doc: Y.Doc } | null = null

  readonly sitting: Sitting
  readonly actor: Actor
  /** Whoever has another is given it before it is accredited. */
  device = new Authenticator(ORIGIN)
  private readonly aside: Aside

  constructor(sitting: Sitting, actor: Actor, aside: Aside) {
    this.sitting = sitting
    this.actor = actor
    this.aside = aside
  }

  try = (command: CommandInput): Promise<Performed | Refusal> =>
    this.sitting.perform(Command.parse(command), this.actor, this.aside)

  /** Signs, with whatever the instrument or the device is made to say instead. */
  async endorses(instead: Partial<Instrument> = {}, lies: Lies = {}): Promise<Performed | Refusal> {
    const instrument = { ...(await this.instrument()), ...instead }
    return this.try({ do: 'text.endorse', signed: this.device.signs(instrument, lies) })
  }

  async withdraws(instead: Partial<Instrument> = {}): Promise<Performed | Refusal> {
    const answer = must(await this.sitting.endorsing(this.actor, null))
    const withdraws = answer.endorsement?.act ?? 0
    const instrument: Instrument = { ...(await this.instrument()), type: WITHDRAWS, withdraws, ...instead }
    return this.try({ do: 'endorsement.withdraw', signed: this.device.signs(instrument) })
  }

  async instrument(): Promise<Instrument> {
    const { capacity, delegation } = this.actor
    const by = { capacity, state: delegation ?? '', name: 'The Minister', title: 'Minister' }
    return instrumentOf(must(await this.sitting.endorsing(this.actor, null)), by)
  }

  do = async (command: CommandInput): Promise<Performed> => must(await this.try(command))

  /** The draft at hand, with a tab of one's own on it. */
  async draft(): Promise<{ id: string; doc: Y.Doc }> {
    const command: CommandInput =
      this.actor.role === 'delegate' ? { do: 'draft.open' } : { do: 'consolidation.open' }
    const id = (await this.do(command)).draft ?? ''
    if (this.open?.id === id) {
      Y.applyUpdate(this.open.doc, await this.state(id))
      return this.open
    }
    this.open = { id, doc: await this.tab(id) }
    return this.open
  }

  /** A fresh tab on a draft, with its own pen. */
  async tab(id: string): Promise<Y.Doc> {
    const { pen } = must(await this.sitting.givePen(id, this.actor))
    const doc = new Y.Doc({ gc: false })
    Y.applyUpdate(doc, await this.state(id))
    doc.clientID = pen
    return doc
  }

  /** Replaces words of a clause in the draft (an empty `was` appends) and sends what was typed. */
  async type(clause: string, was: string, by: string): Promise<string> {
    const { id, doc } = await this.draft()
    must(await this.write(id, doc, () => replace(doc, clause, was, by)))
    return id
  }

  async addClause(after: string, clause: string, text: string): Promise<string> {
    const { id, doc } = await this.draft()
    const index = elementsOf(doc).findIndex((it) => blockIdOf(it) === after)
    const insert = () => textRoot(doc).insert(index + 1, [newBlock({ id: clause, kind: 'clause', text })])
    must(await this.write(id, doc, insert))
    return id
  }

  async moves(clause: string, after: string): Promise<string> {
    const { id, doc } = await this.draft()
    const turn = 1 + Math.max(0, ...readMoves(doc).map((it) => it.turn))
    const move = { key: moveKey(doc.clientID, turn), clause, after, turn }
    must(await this.write(id, doc, () => writeMove(doc, move)))
    return id
  }

  /** Sends what a change of a tab's document emits. */
  async write(draft: string, doc: Y.Doc, change: () => void): Promise<Refusal | null> {
    const before = Y.encodeStateVector(doc)
    doc.transact(change)
    return this.sitting.write(draft, Y.encodeStateAsUpdate(doc, before), this.actor)
  }

  async table(reason = ''): Promise<string> {
    const { id } = await this.draft()
    return (await this.do({ do: 'amendment.table', draft: id, reason })).amendment ?? ''
  }

  /** Types and tables at once. */
  async proposes(clause: string, was: string, by: string): Promise<string> {
    await this.type(clause, was, by)
    return this.table()
  }

  private state = async (id: string): Promise<Uint8Array> =>
    must(
      await this.sitting.look((_, { drafts }) =>
        Y.encodeStateAsUpdate(cloneText(drafts.get(id) ?? new Y.Doc())),
      ),
    )
}

export function replace(doc: Y.Doc, clause: string, was: string, by: string): void {
  const element = elementsOf(doc).find((it) => blockIdOf(it) === clause)
  const words = element && wordsOf(element)
  if (!words) throw new Error(`no clause ${clause}`)
  const from = was ? words.toString().indexOf(was) : words.length
  if (from < 0) throw new Error(`no “${was}” in ${clause}`)
  words.delete(from, was.length)
  words.insert(from, by)
}

/** What must not be refused here. */
export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`)
  return value
}

function actor(who: string): Actor {
  const [code = '', minister] = who.split(' ')
  const isStaff = code in ACTORS
  const role = minister && !isStaff ? 'signatory' : (ACTORS[code] ?? 'delegate')
  const delegation = role === 'delegate' || role === 'signatory' ? code : null
  const members = GROUPS[code]
  const capacity = `cap-${who.replace(' ', '-')}`
  return {
    capacity,
    name: minister && isStaff ? `${role} ${minister}` : `${role} ${code}`,
    role,
    delegation,
    ...(members ? { members } : {}),
  }
}

/** A machine on which nothing costs anything, so that every turn is shown at once. */
const freePulse: Pulse = { clock: () => 0, processor: () => 0, later: () => {} }

/** A clock that moves one second at each look. */
function clock(): () => string {
  let now = Date.UTC(2009, 9, 11, 9)
  return () => {
    now += 1_000
    return new Date(now).toISOString()
  }
}
