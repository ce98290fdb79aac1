import { z } from 'zod'
import type { Act } from './act.ts'
import { isLine, isText } from './characters.ts'
import type { Signatory, SigningKey } from './endorsement.ts'
import type { AmendmentId, CapacityId, DeclarationId, DelegationCode, Instant, Pen, Sha256 } from './ids.ts'
import { CREDENTIAL_ID, DECLARATION_ID, DELEGATION_CODE } from './ids.ts'
import type { Role } from './policy.ts'
import { ROLES } from './policy.ts'
import type { DeclarationHead, VersionHead } from './record.ts'
import type { Endorsement, Endorsing, Withdrawal } from './roll.ts'
import type { Stage } from './stage.ts'
import type { Fate } from './standing.ts'

/** What the HTTP interface takes and answers, beside commands. The server's OpenAPI is made from these schemas. */

export interface Delegation {
  readonly code: DelegationCode
  /** ISO 3166-1 alpha-2, for the flag; null for the secretariat and the chair. */
  readonly alpha2: string | null
  /** UNTERM names by language: en, fr, es, ar, ru, zh. */
  readonly names: Readonly<{ [language: string]: string }>
  /** Whether the State was invited to the meeting. */
  readonly invited: boolean
}

/** Delegations that act together: the group has a code as a State has, and delegates who speak for all its members. */
export interface Group {
  readonly code: DelegationCode
  /** ISO 3166-1 alpha-2 code under which its flag is kept; null for a group that has none. */
  readonly alpha2: string | null
  readonly names: Readonly<{ [language: string]: string }>
  readonly members: readonly DelegationCode[]
  /** When the secretariat dissolved it: nobody speaks for it any more, and what it did keeps its name. */
  readonly dissolved?: Instant
}

/** `GET /api/conference`: the meeting, for everybody, signed in or not. */
export interface Conference {
  readonly names: Readonly<{ [language: string]: string }>
  readonly place: string
  /** ISO 8601 calendar date. */
  readonly date: string
  readonly demonstration: boolean
  readonly delegations: readonly Delegation[]
  readonly groups: readonly Group[]
}

/** One capacity in which a person may act. */
export interface Capacity {
  readonly id: CapacityId
  readonly role: Role
  readonly delegation: DelegationCode | null
  readonly name: string
  /** Function or office: `Minister for Home Affairs`. May be empty. */
  readonly title: string
}

/** `GET /api/session`, and the answer to `POST /api/session`. */
export interface Me {
  readonly capacities: readonly Capacity[]
  /** On `POST`: the capacity that was added, if it was one alone. */
  readonly added?: CapacityId
}

export const EnterBody = z.strictObject({ code: z.string().min(8).max(100) })

/** `GET /api/codes/<code>`: whom a sign-in link is for. Consumes nothing. */
export type CodeHolder = Capacity

/** `GET /api/declarations?as=`: what you may see. */
export interface DeclarationSummary {
  readonly id: DeclarationId
  readonly symbol: string
  readonly title: string
  readonly language: string
  readonly stage: Stage
  readonly clauses: number
  readonly pending: number
  readonly versions: number
  readonly endorsements: number
  /** When the silence procedure ends that runs; null where none does. */
  readonly deadline: Instant | null
  /** When the last official act was performed. */
  readonly changed: Instant
}

const plain = [isLine, 'a line of plain characters'] as const
export const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine(...plain)
const ending = z
  .string()
  .max(10)
  .refine(...plain)

/** `POST /api/groups?as=` (secretariat): makes a group, or changes its names and members. Answers `Group`. */
export const GroupBody = z.strictObject({
  code: z.string().regex(DELEGATION_CODE),
  names: z.record(z.string().regex(/^[a-z]{2}$/), line.max(120)).refine((it) => 'en' in it, {
    message: 'a group has an English name',
  }),
  members: z.array(z.string().regex(DELEGATION_CODE)).min(1).max(200),
})
export type GroupBody = z.infer<typeof GroupBody>

/** `POST /api/declarations?as=` (secretariat): lays a new declaration before the meeting. */
export const NewDeclaration = z.strictObject({
  id: z.string().regex(DECLARATION_ID).max(64),
  symbol: line.max(80),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  title: line,
  punctuation: z.strictObject({
    between: ending,
    beforeLast: ending,
    last: ending,
  }),
  clauses: z
    .array(z.string().trim().min(1).max(5_000).refine(isText, 'words of plain characters'))
    .min(1)
    .max(150),
})
export type NewDeclaration = z.infer<typeof NewDeclaration>

/** `POST /api/people?as=` (secretariat): accredits a person in one capacity. Answers `Accredited`. */
export const Accreditation = z
  .strictObject({
    role: z.enum(ROLES),
    delegation: z.string().regex(DELEGATION_CODE).nullable().default(null),
    name: line.max(200),
    title: z
      .string()
      .trim()
      .max(300)
      .refine(...plain)
      .default(''),
    /** When the capacity begins and ends to be valid; without them, at once and until it is revoked. */
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  })
  .refine((it) => (it.role === 'delegate' || it.role === 'signatory') === (it.delegation !== null), {
    message: 'a delegate and a signatory speak for a State, the others for none',
    path: ['delegation'],
  })
  .refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until), {
    message: 'a capacity ends after it begins',
    path: ['until'],
  })
export type Accreditation = z.infer<typeof Accreditation>

export interface Accredited {
  readonly capacity: Capacity
  /** The sign-in link; shown once, kept only as a hash. */
  readonly url: string
}

/** One row of `GET /api/people?as=` (secretariat). */
export interface Person extends Capacity {
  readonly accredited: Instant
  /** Who accredited them; nothing where the server did, for the opening. */
  readonly accreditedBy?: CapacityId
  readonly from?: Instant
  readonly until?: Instant
  /** Whether a link is out that nobody has used yet. */
  readonly link: 'unused' | 'used' | 'expired' | 'none'
  /** How many passkeys sign in for it. */
  readonly passkeys: number
  /** Of a signatory: the key that endorses, and one that waits to be confirmed. */
  readonly signing?: SigningState
  readonly revoked: Instant | null
  readonly lastSeen: Instant | null
}

/** `GET /api/signing?as=`: a signatory's own keys for endorsing. */
export interface SigningState {
  readonly confirmed: SignerKey | null
  /** Made on a device, and not confirmed yet by the secretariat. */
  readonly waiting: SignerKey | null
}

export interface SignerKey extends SigningKey {
  /** Chance that the server added when it had the key: `codeOf` makes from it what both read to each other. */
  readonly nonce: string
  readonly made: Instant
}

/** `POST /api/people/<capacity>/signing?as=` (secretariat): whether signatory and secretariat read the same code. */
export const SigningBody = z.strictObject({ key: z.string().regex(CREDENTIAL_ID), confirm: z.boolean() })
export type SigningBody = z.infer<typeof SigningBody>

/** One row of `GET /api/sessions?as=`: a browser that is signed in for the capacity. */
export interface SessionRow {
  /** Names the session; opens nothing. */
  readonly id: string
  /** Whether it is the one that asks. */
  readonly here: boolean
  readonly began: Instant
  readonly expires: Instant
  /** To within ten minutes. */
  readonly lastSeen: Instant
}

/** One row of `GET /api/refusals?as=` (secretariat), newest first. */
export interface RefusalRow {
  readonly at: Instant
  /** Null where nobody was signed in. */
  readonly by: {
    readonly capacity: CapacityId
    readonly role: Role
    readonly delegation: string | null
  } | null
  /** `POST /api/declarations/:declaration/commands`, or `socket` for the rooms. */
  readonly door: string
  /** The declaration, and the draft where there is one: `high-level-fr/d3`. Empty elsewhere. */
  readonly place: string
  readonly code: string
  /** How often since the row before of the same kind. */
  readonly times: number
}

/** `POST /api/declarations/<id>/drafts/<draft>/pens?as=`: the Yjs client id for one tab (rule P2). */
export interface PenGiven {
  readonly pen: Pen
}

export const TEXT_VIEWS = ['clean', 'compilation', 'amended'] as const
export type TextView = (typeof TEXT_VIEWS)[number]

/** `GET /api/declarations/<id>/text?as=clean|compilation|amended&with=FRA-1,BRA-2&version=<n>` as JSON. */
export interface TextAnswer {
  readonly declaration: DeclarationId
  readonly view: TextView
  readonly symbol: string
  readonly stage: Stage
  /** The version asked for, or null for the text as it stands. */
  readonly version: number | null
  /** `wordsHash` of the words that are shown when the view is clean or amended. */
  readonly hash: Sha256 | null
  readonly blocks: readonly TextBlock[]
}

/**
 * `GET /api/declarations/<id>/outcome?with=FRA-1,BRA-2`: what accepting these, one after the other, would come to,
 * and what would become of every other pending amendment.
 */
export interface OutcomeAnswer {
  /** Those that can be accepted; one that an earlier one leaves nothing of can not. */
  readonly accepted: readonly AmendmentId[]
  readonly fates: Readonly<{ [amendment: AmendmentId]: Fate }>
  /** The text as amended by those accepted, as `TextAnswer` gives it. */
  readonly blocks: readonly TextBlock[]
}

export interface TextBlock {
  readonly id: string
  readonly kind: 'title' | 'clause'
  readonly label: string
  /** What stands after the clause: derived punctuation. */
  readonly end: string
  /** For `amended`: the redline against the text; otherwise a single kept span. */
  readonly spans: readonly TextSpan[]
  /** For `amended`: where a clause that is moved stood, the block before it; null: first of all. */
  readonly moved?: { readonly from: string | null; readonly amendment: string | null }
  /** The block as a line of plain text in this view, without its label. */
  readonly plain: string
}

export interface TextSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  /** The amendment that brought the words, or that takes them out; null for the text as laid. */
  readonly amendment: string | null
}

/** `GET /api/declarations/<id>/versions/<n>?as=`. */
export interface VersionAnswer {
  readonly head: VersionHead
  /** The exact bytes whose SHA-256 is `head.hash`, as UTF-8 text (RFC 8785). */
  readonly words: string
  /** The exact bytes whose SHA-256 is `head.state`, as UTF-8 text (RFC 8785). */
  readonly state: string
}

/** `GET /api/declarations/<id>/acts?as=`: the public acts, oldest first. */
export interface ActsAnswer {
  readonly acts: readonly Act[]
}

/** `GET /api/declarations/<id>/ledger?as=`: the head of the ledger, signed. */
export interface LedgerAnswer {
  /** A signed note: `readHead` and `openNote` in `signed-note.ts` read it. */
  readonly checkpoint: string
  /** By which it is checked: `readKey`. */
  readonly key: string
}

/** `GET /api/declarations/<id>/ledger/proof/<act>?as=`: that the act stands in the ledger. */
export interface InclusionProof extends LedgerAnswer {
  readonly act: number
  /** The act's place in the ledger, from 0: its number, where no internal act came before it. */
  readonly index: number
  /** Rule V2: the root of the ledger before it. */
  readonly before: Sha256
  readonly leaf: Sha256
  readonly path: readonly Sha256[]
}

/** `GET /api/declarations/<id>/ledger/consistency?from=&to=&as=`: that a later head holds all of an earlier one. */
export interface ConsistencyProof {
  readonly from: number
  readonly to: number
  readonly path: readonly Sha256[]
}

/** `GET /api/declarations/<id>/endorsing?as=&known=`: all that a signatory's page shows. */
export interface SignatoryAnswer extends EndorsingAnswer {
  /** One's own keys; null for whoever is no signatory. */
  readonly signing: SigningState | null
  /** Stands for all of it but the time: asked with it as `If-None-Match`, what is still so is not sent again. */
  readonly tag: string
}

/** What of it is of one moment of the declaration. */
export interface EndorsingAnswer {
  readonly declaration: DeclarationHead
  readonly stage: Stage
  /** By the server's clock. */
  readonly time: Instant
  /** The head of the ledger: what whoever signs now has seen. */
  readonly ledger: { readonly size: number; readonly root: Sha256 }
  /** The final version, once there is one. */
  readonly version: VersionHead | null
  /** As `VersionAnswer` has them; null where `known` is their hash already. */
  readonly words: string | null
  readonly endorsing: Endorsing | null
  /** Whoever asks, as published; null where the list doesn't name them. */
  readonly signatory: Signatory | null
  /** That of one's own State, in force. */
  readonly endorsement: Endorsement | null
  /** Taken back by one's own State, the last of them. */
  readonly withdrawal: Withdrawal | null
}

/** `GET /api/declarations/<id>/roll?as=`. Four different things, counted by State. */
export interface Roll {
  readonly invited: number
  readonly accredited: readonly DelegationCode[]
  readonly present: readonly DelegationCode[]
  readonly endorsements: readonly Endorsement[]
  readonly version: VersionHead | null
}

/** `application/problem+json` (RFC 9457) with a stable `code`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly about?: Readonly<Record<string, string | number>>
}
