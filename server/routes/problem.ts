import type { ErrorRequestHandler, Response } from 'express'
import type { Problem } from '../../shared/api.ts'
import { REFUSALS, type Refusal, type RefusalCode, refuse } from '../../shared/refusal.ts'

/** Refusals as `application/problem+json` (RFC 9457). Scripts read the code; the client says it in its language. */

export function sendProblem(response: Response, refusal: Refusal): void {
  const problem = problemOf(refusal)
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

export function problemOf({ refused, about }: Refusal): Problem {
  const facts = Object.entries(about ?? {}).map(([name, fact]) => `${name}: ${fact}`)
  return {
    type: `urn:paraph:${refused.replaceAll('/', ':')}`,
    title: TITLES[refused],
    status: REFUSALS[refused],
    code: refused,
    detail: [TITLES[refused], ...facts].join(' '),
    ...(about ? { about } : {}),
  }
}

/** The last resort: what was thrown on the way becomes a problem too, and what nobody expected is logged. */
export const answerErrors =
  (log: { error(facts: object, sentence: string): void }): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const refusal = refusalOf(error)
    if (refusal.refused.startsWith('server/')) {
      log.error({ err: error, method: request.method, route: request.route?.path }, 'A request failed')
    }
    if (response.headersSent) return next(error)
    sendProblem(response, refusal)
  }

/** Express and its body parser throw errors with a `status`; the file system's have a `syscall`. */
function refusalOf(error: unknown): Refusal {
  if (typeof error !== 'object' || error === null) return refuse('server/fault')
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (status === 413) return refuse('request/too-large')
  if (status >= 400 && status < 500) return refuse('request/malformed')
  return refuse('syscall' in error ? 'server/disk' : 'server/fault')
}

const TITLES: Readonly<Record<RefusalCode, string>> = {
  'request/malformed': 'The request could not be read.',
  'request/invalid': 'The request says something that is not allowed here.',
  'request/too-large': 'The request is too large.',
  'request/too-many': 'Too many requests came from this address. Try again in a minute.',
  'request/not-found': 'There is nothing at this address.',
  'request/method': 'This address does not take requests of this kind.',
  'request/foreign-origin': 'The request came from a page of another site.',
  'session/none': 'Nobody is signed in.',
  'session/capacity-not-held': 'This session does not hold the capacity in which it wants to act.',
  'code/unknown': 'This sign-in link was never made, or a new one has replaced it.',
  'code/used': 'This sign-in link has been used.',
  'code/expired': 'This sign-in link has expired.',
  'passkey/unknown': 'This passkey is not known here.',
  'passkey/not-proved': 'The device has not proved that it holds the passkey.',
  'passkey/expired': 'The question that the device answers has ended, or was answered before.',
  'passkey/too-many': 'The person has as many passkeys as anybody may have.',
  'capacity/revoked': 'The secretariat has revoked this capacity.',
  'capacity/not-yet': 'This capacity is not valid yet.',
  'capacity/expired': 'This capacity is no longer valid.',
  'policy/role': 'People of this role may not do this.',
  'policy/stage': 'This can not be done in the present stage.',
  'declaration/unknown': 'There is no such declaration.',
  'declaration/exists': 'There is a declaration of this name already.',
  'draft/unknown': 'There is no such draft.',
  'draft/not-a-member': 'Only its members may do this to a draft.',
  'draft/too-many': 'The delegation has as many drafts open as it may.',
  'draft/empty': 'The draft changes nothing.',
  'draft/of-sub': 'A sub-amendment has no words of the text to begin a draft with.',
  'draft/behind': 'The draft has not yet taken in the latest text. Try again.',
  'amendment/unknown': 'There is no such amendment.',
  'amendment/not-yours': 'The amendment belongs to another delegation.',
  'amendment/not-pending': 'The amendment has been decided or withdrawn.',
  'amendment/overtaken': 'The text has changed so that the amendment no longer applies.',
  'amendment/other-wording': 'The wording in force is another than the one confirmed.',
  'amendment/same-words': 'The new wording says the same as the one in force.',
  'amendment/own': 'A delegation can not do this to its own amendment.',
  'amendment/not-withdrawn': 'Only a withdrawn amendment can be taken up.',
  'amendment/taken-up': 'Another delegation has taken it up already.',
  'amendment/carried': 'Its words are in the text already, through another amendment.',
  'amendment/not-rivals': 'An amendment is named twice, or tied to itself.',
  'compromise/parents': 'A compromise needs at least two pending amendments.',
  'compromise/not-asked': 'Only sponsors of the amendments that it would replace are asked.',
  'group/unknown': 'There is no such group.',
  'group/not-a-member': 'The delegation is not a member of the group.',
  'group/code-taken': 'The code belongs to a State or to the desk.',
  'group/not-involved': 'The group has said nothing on this amendment.',
  'amendment/sub': 'A sub-amendment can not be amended in turn.',
  'amendment/no-sub': 'This amends no pending amendment',
  'amendment/sub-first': 'Its sub-amendments have to be decided first.',
  'amendment/base-replaced': 'The amendment that these words amend has another wording.',
  'thread/unknown': 'There is no such comment.',
  'thread/resolved': 'The comment has been resolved.',
  'note/unknown': 'There is no such note.',
  'note/too-many': 'The delegation keeps as many notes as it may.',
  'clause/unknown': 'There is no such clause.',
  'clause/not-awaited': 'This capital is not awaited on this clause.',
  'clause/other-words': 'The words of the clause have changed in the meantime.',
  'act/unknown': 'There is no such public act.',
  'ledger/size': 'The ledger never had these sizes.',
  'version/unknown': 'There is no such version.',
  'version/same-words': 'The text reads as the version does.',
  'version/damaged': 'What is kept of the version is not what its hash says.',
  'version/symbol-taken': 'Another version has this symbol.',
  'stage/not-next': 'The declaration can not move to this stage from the present one.',
  'silence/deadline': 'The deadline does not lie ahead, within a year.',
  'silence/words-moved': 'The text is not that of the last version.',
  'silence/other-version': 'Another version is before the delegations.',
  'delegation/unknown': 'There is no such delegation.',
  'language/authentic': 'This is the language of the authentic words.',
  'language/clauses': 'The words are not as many clauses as the final text has.',
  'language/unknown': 'The final text was not laid in this language.',
  'language/too-late': 'Endorsement was opened: what is read beside the text does not change any more.',
  'endorsement/other-text': 'The final text is another than the one endorsed.',
  'endorsement/already': 'The State has endorsed this text.',
  'endorsement/not-open': 'Endorsement is not open.',
  'endorsement/open': 'Endorsement is open already.',
  'endorsement/closed': 'Endorsement is closed.',
  'endorsement/nobody-listed': 'No list of signatories has been published.',
  'endorsement/not-listed': 'The published list of signatories does not have this key.',
  'endorsement/not-yours': 'The instrument is of another State or capacity.',
  'endorsement/none': 'The State has no such endorsement in force.',
  'endorsement/expired': 'The instrument is too old, or was signed over another ledger.',
  'endorsement/replayed': 'The instrument stands in the record.',
  'signature/not-proved': 'The signature is not by the published key over this instrument.',
  'signature/none-waiting': 'No such key waits to be confirmed.',
  'paper/unknown': 'No such paper waits to be confirmed.',
  'paper/same-person': 'Whoever recorded the paper can not confirm it.',
  'document/nothing': 'There is nothing of this kind yet.',
  'document/no-such-form': 'This can not be had in that format.',
  'document/too-long': 'Making the document took too long.',
  'document/too-many': 'Too many documents wait to be made. Try again in a moment.',
  'document/not-awaited': 'Nobody waited for the document any more.',
  'document/failed': 'The document could not be made.',
  'document/not-akn': 'The file is not a text in Akoma Ntoso.',
  'document/not-word': 'This is not a Word file (.docx).',
  'document/locked': 'The file is protected by a password, or of a Word before 2007.',
  'document/damaged': 'The file is damaged.',
  'document/unsafe': 'The file declares entities or a document type.',
  'document/macros': 'The file holds macros.',
  'document/too-much': 'The file unpacks to more than a declaration can be.',
  'document/not-ours': 'The file was not issued here.',
  'document/other-declaration': 'The file was issued of another declaration.',
  'document/no-text': 'The file does not show the text of the declaration.',
  'document/undated': 'The dates of the changes were removed from the file.',
  'document/no-words': 'There are no words in the file that could be clauses.',
  'update/read-only': 'This can only be read.',
  'update/foreign-pen': 'The words were written with a pen that was given to somebody else.',
  'update/pending': 'The words build on others that the server does not know.',
  'update/not-allowed': 'A draft may not be changed in this way.',
  'update/too-large': 'The change is too large.',
  'server/disk': 'The disk failed. Nothing was changed.',
  'server/stopping': 'The server is stopping. Try again in a moment.',
  'server/fault': 'The server made a mistake.',
}
