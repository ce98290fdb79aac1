import type {
  PublicKeyCredentialCreationOptionsJSON as CreationOptions,
  PublicKeyCredentialRequestOptionsJSON as RequestOptions,
} from '@simplewebauthn/server'
import type {
  Accreditation,
  Capacity,
  Group,
  Me,
  Person,
  SessionRow,
  SigningState,
} from '../../shared/api.ts'
import type { Signatory } from '../../shared/endorsement.ts'
import type { CapacityId, DelegationCode } from '../../shared/ids.ts'
import type { NewPasskey, NewSigner, PasskeyProof, PasskeyRow } from '../../shared/passkey.ts'
import type { Refusal } from '../../shared/refusal.ts'

/** Who may come in, and in which capacity. Every promise that changes something resolves when it is on disk. */
export interface Identity extends Doorkeeper {
  /** Whom a sign-in code is for. Consumes nothing. */
  holder(code: string): Capacity | Refusal
  /** Consumes the code and adds its capacity to the browser's session, or begins one. The cookie is always new. */
  enter(code: string, cookies: string | undefined): Promise<Entered | Refusal>
  /** The capacities of the session that can still be used; none when nobody is signed in. */
  me(cookies: string | undefined): Me
  /** Ends the session, if there is one. */
  leave(cookies: string | undefined): Promise<void>
  /** Every browser that is signed in for the capacity, the one that asks among them. */
  sessions(asking: Authenticated): readonly SessionRow[]
  /** Signs out one of them, or all but the one that asks; false where there is no such one. */
  endSessions(asking: Authenticated, which: SessionId | 'all others'): Promise<boolean>
  /** Signs out these browsers, whoever asks. */
  end(sessions: ReadonlySet<SessionId>): Promise<void>

  people(): readonly Person[]
  /** Delegations that act together. */
  groups(): readonly Group[]
  /** Makes the group, or gives it other names and members. */
  putGroup(group: Group): Promise<void>
  /** Ends the group, and every capacity in which somebody speaks for it; null where there is none. */
  dissolveGroup(code: DelegationCode): Promise<Group | null>
  /** `by`: who accredits; nobody where the server does. */
  accredit(person: Accreditation, by?: CapacityId): Promise<Invited>
  /** A fresh sign-in code, which replaces one that nobody has used; null where there is no such capacity. */
  invite(capacity: CapacityId): Promise<Invited | Refusal | null>
  /** Ends a capacity, everywhere and for good; null where there is none. */
  revoke(capacity: CapacityId): Promise<Capacity | null>
}

/** Passkeys, beside sign-in codes: with one its person returns without a new link. */
export interface Passkeys {
  /** What a browser needs to make one for all the capacities that its session holds. */
  creation(asking: Authenticated): Promise<CreationOptions | Refusal>
  /** Keeps one that was made. */
  keep(asking: Authenticated, made: NewPasskey): Promise<PasskeyRow | Refusal>
  /** Those that sign in for the capacity. */
  list(asking: Authenticated): readonly PasskeyRow[]
  /** Removes one, and signs out the other browsers that it opened; false where there is no such one. */
  remove(asking: Authenticated, id: string): Promise<boolean>
  /** What a browser needs to prove that it has one, whichever that is. */
  request(): Promise<RequestOptions>
  /** Adds the passkey's capacities to the browser's session, or begins one. The cookie is always new. */
  enter(proof: PasskeyProof, cookies: string | undefined): Promise<Entered | Refusal>
}

/** Keys of signatories, which endorse and do nothing else. */
export interface Signers {
  /** What a signatory's browser needs to make one. */
  creation(asking: Authenticated): Promise<CreationOptions | Refusal>
  /** Keeps one that was made, until the secretariat confirms or refuses it. */
  keep(asking: Authenticated, made: NewSigner): Promise<SigningState | Refusal>
  /** Of whoever asks. */
  state(asking: Authenticated): SigningState
  /** The secretariat has compared the code with the signatory: the key is confirmed, or forgotten. */
  settle(capacity: CapacityId, key: string, confirm: boolean, by: CapacityId): Promise<SigningState | Refusal>
  /** Everybody who is accredited to endorse, with the keys that were confirmed. */
  signatories(): readonly Signatory[]
}

/** What the rooms need: whom to let in, and whom to send out. */
export interface Doorkeeper {
  /**
   * The capacity asked for, if the session of this Cookie header holds it; with null, the first that it holds.
   * Answers from memory, so that it can stand before every request and every socket.
   */
  authenticate(cookies: string | undefined, capacity: CapacityId | null): Authenticated | Refusal
  /** Whoever asks, though they may do so no longer: for the trail of refusals. Null where nobody is known. */
  recognize(cookies: string | undefined, capacity: CapacityId | null): Capacity | null
  /** Whether a session that was let in with the capacity may stay: both end with time too. */
  mayStay(entered: { readonly session: SessionId; readonly capacity: CapacityId }): boolean
  /** Called at once when a capacity is revoked, so that its sockets can be closed. Gives the way to unsubscribe. */
  onRevoked(listener: (capacity: CapacityId) => void): () => void
  /** Called at once when a session is signed out. */
  onSignedOut(listener: (session: SessionId) => void): () => void
}

export interface Authenticated {
  readonly capacity: Capacity
  readonly session: SessionId
}

/** Names a session without opening it. It stays when the cookie changes. */
export type SessionId = string

export interface Entered {
  readonly me: Me
  /** The value of the session cookie, and how long it may be kept, in seconds. */
  readonly cookie: string
  readonly maxAge: number
}

/** The code is shown once; what is kept is its hash. */
export interface Invited {
  readonly capacity: Capacity
  readonly code: string
}
