import type { Account } from '../../shared/account.ts'
import type { Act } from '../../shared/act.ts'
import type { Actor } from '../../shared/actor.ts'
import type {
  DeclarationSummary,
  EndorsingAnswer,
  LanguageAnswer,
  NewDeclaration,
  OutcomeAnswer,
  PenGiven,
  TextAnswer,
  TextView,
  VersionAnswer,
} from '../../shared/api.ts'
import type { Command, Performed } from '../../shared/command.ts'
import type { AmendmentId, DeclarationId, DelegationCode, DraftId, Sha256 } from '../../shared/ids.ts'
import type { VersionHead } from '../../shared/record.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Endorsement } from '../../shared/roll.ts'
import type { DeclarationSource } from '../documents/source.ts'
import type { Aside } from './deed.ts'
import type { Ledger } from './ledger.ts'

/** The capacity in which somebody asks. */
export type Asking = Pick<Actor, 'role' | 'delegation'>

/** What the routes may ask of the declarations. Every answer waits until all it rests on is on disk (rule J1). */
export interface Sittings {
  /** `asking`: whose word is counted where it is awaited. */
  summaries(asking?: Asking): Promise<readonly DeclarationSummary[]>
  lay(declaration: NewDeclaration, by: Actor): Promise<Performed | Refusal>
  open(declaration: DeclarationId): Promise<Session | Refusal>
}

/** One declaration, open. */
export interface Session {
  /** `aside`: what the command may need to know of the world around the declaration. */
  perform(command: Command, by: Actor, aside: Aside): Promise<Performed | Refusal>
  givePen(draft: DraftId, by: Actor): Promise<PenGiven | Refusal>
  text(query: TextQuery): Promise<TextAnswer | Refusal>
  /** What accepting these in turn would come to. */
  outcome(amendments: readonly AmendmentId[]): Promise<OutcomeAnswer | Refusal>
  /** Where every word is that anybody proposed (rule A5), or was when the version was frozen. */
  account(version?: number | null): Promise<Account | Refusal>
  version(number: number): Promise<VersionAnswer | Refusal>
  /** The public acts, oldest first. */
  acts(): Promise<readonly Act[] | Refusal>
  /** Asks the ledger; what it is asked at once, it answers as of one moment. */
  ledger<T>(ask: (ledger: Ledger) => T | Refusal): Promise<T | Refusal>
  /** What a signatory's page shows, all of one moment. `known`: the hash of final words that it has already. */
  endorsing(by: Actor, known: Sha256 | null): Promise<EndorsingAnswer | Refusal>
  /** The final text in another language. */
  language(language: string): Promise<LanguageAnswer | Refusal>
  roll(): Promise<RollCall | Refusal>
  /** What documents are made of, all of one moment. */
  source(): Promise<DeclarationSource | Refusal>
}

export interface TextQuery {
  readonly view: TextView
  /** For `amended`: amendments by id, pending or decided. */
  readonly with: readonly string[]
  readonly version: number | null
}

export interface RollCall {
  readonly present: readonly DelegationCode[]
  readonly endorsements: readonly Endorsement[]
  readonly version: VersionHead | null
}
