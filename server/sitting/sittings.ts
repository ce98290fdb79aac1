import type { Actor } from '../../shared/actor.ts'
import type { DeclarationSummary, NewDeclaration } from '../../shared/api.ts'
import { awaitedOf } from '../../shared/awaited.ts'
import type { Performed } from '../../shared/command.ts'
import type { DeclarationId, DelegationCode, Instant } from '../../shared/ids.ts'
import { firstLabels } from '../../shared/numbering.ts'
import { clean } from '../../shared/projection.ts'
import type { DeclarationHead, Record, VersionHead } from '../../shared/record.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { endsAt } from '../../shared/silence.ts'
import { type Block, layText, readText } from '../../shared/text.ts'
import { stateOfText, versionHash, wordsOfText } from '../../shared/version.ts'
import type { Archive } from '../archive/contract.ts'
import type { Pulse } from './around.ts'
import type { Asking, Sittings } from './contract.ts'
import { Patience } from './patience.ts'
import { processorOfThread } from './processor.ts'
import { Sitting } from './sitting.ts'
import type { State } from './state.ts'
import { Vigil } from './vigil.ts'

export interface SittingsAround {
  readonly archive: Archive
  readonly now: () => Instant
  readonly log: { error(about: object, message: string): void; info(about: object, message: string): void }
  /** Delegations that have a socket in the room, by code. */
  readonly present: (declaration: DeclarationId) => readonly DelegationCode[]
  /** The machine's own where none is given. */
  readonly pulse?: Pulse
}

/** All declarations: opened on demand, one sitting each. */
export interface OpenSittings extends Sittings {
  open(declaration: DeclarationId): Promise<Sitting | Refusal>
  /**
   * Opens every declaration once: what was due while the server was down is done, and what runs is watched over.
   * One that doesn't open keeps no other from its deadline.
   */
  keepDeadlines(): Promise<void>
  /** Closes what nobody has open and nobody has asked for in so many milliseconds: its memory comes back. */
  closeIdle(ms: number): Promise<void>
  close(): Promise<void>
}

export function openSittings(around: SittingsAround): OpenSittings {
  const { archive, now, log, present, pulse = realPulse } = around
  const open = new Map<DeclarationId, Promise<Sitting>>()
  const asked = new Map<DeclarationId, number>()

  const troubles = new Map<DeclarationId, Patience>()
  const patience = (id: DeclarationId): Patience => {
    const known = troubles.get(id) ?? new Patience()
    troubles.set(id, known)
    return known
  }

  const sitting = (id: DeclarationId): Promise<Sitting> => {
    asked.set(id, pulse.clock())
    const found = open.get(id)
    if (found) return found
    const opening = archive.journal(id).then((journal) =>
      Sitting.open(journal, {
        now,
        present: () => present(id),
        pulse,
        onSilence: (endsAt) => vigil.keep(id, endsAt),
        onNoCheckpoint: (fault) =>
          log.error(
            { declaration: id, err: fault },
            'a checkpoint failed; the journal says the same, at length',
          ),
        onBreak: (fault) => {
          log.error({ declaration: id, err: fault }, 'the sitting broke off and opens again from its journal')
          open.delete(id)
          patience(id).failed(pulse.clock())
          journal
            .close()
            .catch((err: unknown) => log.error({ declaration: id, err }, 'the journal did not close'))
        },
      }),
    )
    open.set(id, opening)
    opening.catch((err: unknown) => {
      log.error({ declaration: id, err }, 'the declaration does not open')
      open.delete(id)
    })
    return opening
  }

  const settle = async (id: DeclarationId): Promise<void> => {
    // Any look finds what is due done.
    await (await sitting(id)).look(() => null)
  }
  const vigil = new Vigil({
    now,
    later: pulse.later,
    ends: (id) => {
      settle(id).catch((err: unknown) => log.error({ declaration: id, err }, 'a silence has not ended yet'))
    },
  })

  const sweep = () => {
    sittings.closeIdle(IDLE_MS).catch((err: unknown) => log.error({ err }, 'an idle sitting did not close'))
    pulse.later(IDLE_MS, sweep)
  }
  pulse.later(IDLE_MS, sweep)

  const sittings: OpenSittings = {
    async open(id) {
      if (!open.has(id) && patience(id).isWaiting(pulse.clock())) return refuse('server/disk')
      const known = open.has(id) || (await archive.declarations()).includes(id)
      const found = known ? await sitting(id) : null
      return found?.isLaid ? found : refuse('declaration/unknown')
    },
    async summaries(asking) {
      const ids = [...(await archive.declarations())].sort()
      const found = await Promise.all(ids.map(sitting))
      const all = await Promise.all(
        found.filter(({ isLaid }) => isLaid).map((it) => it.look(summaryFor(asking))),
      )
      return all.flatMap((it) => (isRefusal(it) ? [] : it)).sort((a, b) => a.symbol.localeCompare(b.symbol))
    },
    async lay(declaration, by) {
      if ((await archive.declarations()).includes(declaration.id)) return refuse('declaration/exists')
      return layDeclaration(await sitting(declaration.id), declaration, by, now())
    },
    async keepDeadlines() {
      for (const id of await archive.declarations())
        await settle(id).catch(() => {
          // Said when it did not open; the others have their deadlines too.
        })
    },
    async closeIdle(ms) {
      for (const [id, opening] of open) {
        const one = await opening.catch(() => null)
        // Who breaks the silence shall not wait for the journal to be read while the deadline passes.
        if (!one?.isAlone || vigil.watches(id) || pulse.clock() - (asked.get(id) ?? 0) < ms) continue
        open.delete(id)
        await one.close()
      }
    },
    async close() {
      const all = await Promise.allSettled(open.values())
      await Promise.all(all.map((it) => (it.status === 'fulfilled' ? it.value.close() : undefined)))
    },
  }
  return sittings
}

/** How long a declaration stays in memory after the last who had it open has left. */
const IDLE_MS = 300_000

const realPulse: Pulse = {
  clock: () => performance.now(),
  processor: processorOfThread(),
  // Nothing that is only put off keeps a server alive that has been told to stop.
  later: (ms, then) => void setTimeout(then, ms).unref(),
}

function layDeclaration(
  sitting: Sitting,
  { id, symbol, language, title, clauses, punctuation }: NewDeclaration,
  by: Actor,
  at: Instant,
): Promise<Performed | Refusal> {
  const declaration: DeclarationHead = { id, symbol, language, punctuation }
  const blocks: readonly Block[] = [
    { id: 'title', kind: 'title', text: title },
    ...clauses.map((text, index) => ({ id: `c${index + 1}`, kind: 'clause' as const, text })),
  ]
  const labels = firstLabels(blocks)
  const words = wordsOfText(id, language, clean(blocks, labels, punctuation))
  const version: VersionHead = {
    number: 0,
    symbol,
    note: '',
    stage: 'drafting',
    hash: versionHash(words),
    state: versionHash(stateOfText(layText(blocks), labels)),
    at,
    by,
    final: false,
  }
  return sitting.lay({ kind: 'declaration laid', declaration, blocks, labels, version }, by)
}

const summaryFor =
  (asking: Asking | undefined) =>
  (record: Record, state: State): DeclarationSummary => {
    const { declaration, stage, amendments, versions, endorsements } = record
    const blocks = readText(state.text)
    return {
      id: declaration.id,
      symbol: declaration.symbol,
      title: blocks.find(({ kind }) => kind === 'title')?.text ?? '',
      language: declaration.language,
      stage,
      clauses: blocks.filter(({ kind, text }) => kind === 'clause' && text !== '').length,
      pending: Object.values(amendments).filter((it) => it.state === 'pending').length,
      awaited: asking ? awaitedOf(record, asking) : 0,
      versions: versions.length,
      endorsements: endorsements.length,
      deadline: endsAt(record.silence),
      changed: state.acts.at(-1)?.at ?? '',
    }
  }
