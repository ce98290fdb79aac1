import type {
  PublicKeyCredentialCreationOptionsJSON as CreationOptions,
  PublicKeyCredentialRequestOptionsJSON as RequestOptions,
} from '@simplewebauthn/browser'
import type { Account } from '../../shared/account.ts'
import type {
  Accreditation,
  Accredited,
  ActsAnswer,
  CodeHolder,
  Conference,
  ConsistencyProof,
  DeclarationSummary,
  Group,
  GroupBody,
  LanguageAnswer,
  LedgerAnswer,
  Me,
  NewDeclaration,
  OutcomeAnswer,
  PenGiven,
  Person,
  Problem,
  RefusalRow,
  Roll,
  SessionRow,
  SignatoryAnswer,
  SigningBody,
  SigningState,
  TextAnswer,
  TextView,
  VersionAnswer,
} from '../../shared/api.ts'
import type { Certificate } from '../../shared/certificate.ts'
import type { CommandInput, Performed } from '../../shared/command.ts'
import { isWhole } from '../../shared/frozen-words.ts'
import type { AmendmentId, CapacityId, DeclarationId, DelegationCode, DraftId } from '../../shared/ids.ts'
import type { FailureCode } from '../../shared/messages/sentence.ts'
import type { NewPasskey, NewSigner, PasskeyProof, PasskeyRow } from '../../shared/passkey.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { REFUSALS, type RefusalCode } from '../../shared/refusal.ts'
import { type Failure, isFailure } from './failure.ts'
import { serverClock } from './serverClock.ts'

export type Answer<T> = T | Failure<FailureCode>

/** In whose name a request is made. */
type As = CapacityId

/** With the names of States in this language; null: in all. */
export const getConference = (language: string | null) =>
  ask<Conference>('GET', '/conference', language ? { query: { in: language } } : {})
export const getSession = () => ask<Me>('GET', '/session')
export const getCode = (code: string) => ask<CodeHolder>('GET', `/codes/${encodeURIComponent(code)}`)
export const enter = (code: string) => ask<Me>('POST', '/session', { body: { code } })
export const leave = () => ask<null>('DELETE', '/session')

export const getDeclarations = (as: As) => ask<readonly DeclarationSummary[]>('GET', '/declarations', { as })
export const layDeclaration = (as: As, body: NewDeclaration) =>
  ask<DeclarationSummary>('POST', '/declarations', { as, body })

/** Performs one command; the act is on disk when this answers. */
export const command = (declaration: DeclarationId, as: As, body: CommandInput) =>
  ask<Performed>('POST', `/declarations/${declaration}/commands`, { as, body })

export const getText = (
  declaration: DeclarationId,
  as: As,
  view: TextView,
  {
    amendments = [],
    version,
  }: { readonly amendments?: readonly AmendmentId[]; readonly version?: number } = {},
) =>
  ask<TextAnswer>('GET', `/declarations/${declaration}/text`, {
    // `as` names the view here; the capacity goes beside it.
    query: {
      as: view,
      capacity: as,
      ...(amendments.length > 0 ? { with: amendments.join(',') } : {}),
      ...(version === undefined ? {} : { version: String(version) }),
    },
  })

/** `amendments` in the order in which they would be accepted. */
export const getOutcome = (declaration: DeclarationId, as: As, amendments: readonly AmendmentId[]) =>
  ask<OutcomeAnswer>('GET', `/declarations/${declaration}/outcome`, {
    as,
    query: { with: amendments.join(',') },
  })
/** As it was when the version was frozen; without one, as it is now. */
export const getAccount = (declaration: DeclarationId, as: As, version: number | null = null) =>
  ask<Account>('GET', `/declarations/${declaration}/account`, {
    as,
    ...(version === null ? {} : { query: { version: String(version) } }),
  })
/** Rule V5: what comes is checked by both its hashes here too. */
export async function getVersion(
  declaration: DeclarationId,
  as: As,
  number: number,
): Promise<Answer<VersionAnswer>> {
  const answer = await ask<VersionAnswer>('GET', `/declarations/${declaration}/versions/${number}`, { as })
  if (isFailure(answer) || isWhole(answer, answer.head)) return answer
  return { refused: 'version/damaged', detail: '', about: { symbol: answer.head.symbol } }
}
/** The public acts; only those after the act of number `after`, where it is given. */
export const getActs = (declaration: DeclarationId, as: As, after = -1) =>
  ask<ActsAnswer>('GET', `/declarations/${declaration}/acts`, {
    as,
    ...(after < 0 ? {} : { query: { after: String(after) } }),
  })
/** The signed head of the ledger. */
/** A server that doesn't say what it is asked about its ledger has not said it. */
const PATIENCE = 20_000
export const getLedger = (declaration: DeclarationId, as: As) =>
  ask<LedgerAnswer>('GET', `/declarations/${declaration}/ledger`, { as, patience: PATIENCE })
/** That the head of `to` acts holds all of the head of `from`. */
export const getConsistency = (declaration: DeclarationId, as: As, from: number, to: number) =>
  ask<ConsistencyProof>('GET', `/declarations/${declaration}/ledger/consistency`, {
    as,
    query: { from: String(from), to: String(to) },
    patience: PATIENCE,
  })
/** All that is needed to check the declaration without the server. */
export const getRecord = (declaration: DeclarationId, as: As) =>
  ask<RecordFile>('GET', `/declarations/${declaration}/record`, { as })
export const getRoll = (declaration: DeclarationId, as: As) =>
  ask<Roll>('GET', `/declarations/${declaration}/roll`, { as })
/** What the secretariat has published, for everybody. */
export const getPublicRoll = (declaration: DeclarationId) => ask<Certificate>('GET', `/public/${declaration}`)
export const getPen = (declaration: DeclarationId, as: As, draft: DraftId) =>
  ask<PenGiven>('POST', `/declarations/${declaration}/drafts/${draft}/pens`, { as })

export const getPeople = (as: As) => ask<readonly Person[]>('GET', '/people', { as })
export const accredit = (as: As, body: Accreditation) => ask<Accredited>('POST', '/people', { as, body })
export const putGroup = (as: As, body: GroupBody) => ask<Group>('POST', '/groups', { as, body })
export const dissolveGroup = (as: As, group: DelegationCode) =>
  ask<Group>('DELETE', `/groups/${group}`, { as })
export const newLink = (as: As, person: CapacityId) =>
  ask<Accredited>('POST', `/people/${person}/link`, { as })
export const revoke = (as: As, person: CapacityId) => ask<null>('DELETE', `/people/${person}`, { as })

export const getRefusals = (as: As) => ask<readonly RefusalRow[]>('GET', '/refusals', { as })

export const getSessions = (as: As) => ask<readonly SessionRow[]>('GET', '/sessions', { as })
export const endSession = (as: As, session: string) => ask<null>('DELETE', `/sessions/${session}`, { as })
export const endOtherSessions = (as: As) => ask<null>('DELETE', '/sessions', { as })

export const getPasskeys = (as: As) => ask<readonly PasskeyRow[]>('GET', '/passkeys', { as })
export const getCreation = (as: As) => ask<CreationOptions>('POST', '/passkeys/options', { as })
export const keepPasskey = (as: As, body: NewPasskey) => ask<PasskeyRow>('POST', '/passkeys', { as, body })
export const removePasskey = (as: As, passkey: string) => ask<null>('DELETE', `/passkeys/${passkey}`, { as })
export const getRequest = () => ask<RequestOptions>('POST', '/session/passkey/options')
export const enterWithProof = (body: PasskeyProof) => ask<Me>('POST', '/session/passkey', { body })

/** The words of `last` are not sent again; null: nothing else is another either. */
export const getEndorsing = (declaration: DeclarationId, as: As, last: SignatoryAnswer | null = null) =>
  ask<SignatoryAnswer | null>('GET', `/declarations/${declaration}/endorsing`, {
    as,
    ...(last?.words && last.version ? { query: { known: last.version.hash } } : {}),
    ...(last ? { tag: last.tag } : {}),
  })
/** The final text in another language. */
export const getLanguage = (declaration: DeclarationId, as: As, language: string) =>
  ask<LanguageAnswer>('GET', `/declarations/${declaration}/languages/${encodeURIComponent(language)}`, { as })
export const getEnrolment = (as: As) => ask<CreationOptions>('POST', '/signing/options', { as })
export const keepSigner = (as: As, body: NewSigner) => ask<SigningState>('POST', '/signing', { as, body })
/** The secretariat has heard the code that belongs to the key, or another. */
export const settleSigner = (as: As, person: CapacityId, body: SigningBody) =>
  ask<SigningState>('POST', `/people/${person}/signing`, { as, body })

interface Request {
  readonly as?: As
  readonly query?: Readonly<{ [name: string]: string }>
  readonly body?: unknown
  /** Of the answer that is there already: null comes where it still holds. */
  readonly tag?: string
  /** How long to wait for an answer, in milliseconds. */
  readonly patience?: number
}

async function ask<T>(
  method: string,
  path: string,
  { as, query, body, tag, patience }: Request = {},
): Promise<Answer<T>> {
  const search = new URLSearchParams({ ...(as === undefined ? {} : { as }), ...query })
  const asked = Date.now()
  try {
    const response = await fetch(`/api${path}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        // A browser that is told of a tag would else ask for an answer afresh.
        ...(tag === undefined ? {} : { 'if-none-match': `W/"${tag}"`, 'cache-control': 'max-age=0' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(patience === undefined ? {} : { signal: AbortSignal.timeout(patience) }),
    })
    serverClock.hear(response.headers.get('date'), asked, Date.now())
    if (response.status === 204 || response.status === 304) return null as T
    const answer: unknown = await response.json()
    // The server's answers are typed by shared/api.ts, which both sides are built from.
    return response.ok ? (answer as T) : failureOf(answer as Partial<Problem>)
  } catch (error) {
    return { refused: 'network', detail: String(error) }
  }
}

const isCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(REFUSALS, code)

export function failureOf({ code, detail = '', about }: Partial<Problem>): Failure<FailureCode> {
  const refused = isCode(code) ? code : 'server/fault'
  return about ? { refused, detail, about } : { refused, detail }
}
