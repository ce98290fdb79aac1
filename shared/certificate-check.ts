import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Certificate, readSeal } from './certificate.ts'
import { certifiedBy } from './certified.ts'
import { deviceSigned } from './device-signature.ts'
import { Frontier } from './frontier.ts'
import { sha256Of } from './hash.ts'
import { leafHash } from './ledger.ts'
import type { Endorsement } from './roll.ts'
import { isSignedBy, type Verdict } from './signature.ts'
import { openNote, readHead, readKey, type TreeHead, type VerifierKey } from './signed-note.ts'

/** What is checked of a certificate, in this order; the page itself is compared with it by whoever shows it. */
export const CHECKS = ['seal', 'checkpoint', 'ledger', 'text', 'roll', 'signatures'] as const
export type Check = (typeof CHECKS)[number] | 'page'

export interface Finding {
  readonly check: Check
  readonly is: Verdict
  /** The State that it is about, or what else the sentence names. */
  readonly about?: string
}

/**
 * Checks a certificate with nothing but itself: every byte of its data, the words, every act since they were final, and
 * every signature. `data` and `seal` as they stand in the file; a
 * certificate that came straight from the server has no seal. What was found, in the order of `CHECKS`; whatever is
 * no certificate at all fails the first.
 */
export async function checkCertificate(data: string, seal: string | null): Promise<readonly Finding[]> {
  const certificate = parsed(data)
  const key = certificate && readKey(certificate.key)
  if (!certificate || !key) return [{ check: 'seal', is: 'wrong' }]
  const certified = certifiedBy(certificate)
  const head = await headOf(certificate, key)
  return [
    ...(seal === null ? [] : [{ check: 'seal' as const, is: await sealed(data, seal, key) }]),
    { check: 'checkpoint', is: head ? 'right' : 'wrong' },
    { check: 'ledger', is: head && isLedger(certificate, head) ? 'right' : 'wrong' },
    { check: 'text', is: certified.isTextRight ? 'right' : 'wrong' },
    {
      check: 'roll',
      ...(certified.fault === null ? { is: 'right' } : { is: 'wrong', about: certified.fault }),
    },
    await signatures(certified.endorsements, certified.keys),
  ]
}

function parsed(data: string): Certificate | null {
  try {
    const value: unknown = JSON.parse(data)
    const isOurs = typeof value === 'object' && value !== null && 'format' in value
    return isOurs && value.format === 'paraph-certificate/1' ? (value as Certificate) : null
  } catch {
    return null
  }
}

async function sealed(data: string, note: string, key: VerifierKey): Promise<Verdict> {
  const opened = openNote(note, key)
  const seal = opened && readSeal(opened.text)
  if (!opened || seal?.data !== sha256Of(data) || seal.origin !== key.name) return 'wrong'
  return isSignedBy({ kind: 'ed25519', bytes: key.bytes }, utf8ToBytes(opened.text), opened.signature)
}

async function headOf({ checkpoint, declaration }: Certificate, key: VerifierKey): Promise<TreeHead | null> {
  const opened = openNote(checkpoint, key)
  const head = opened && readHead(opened.text)
  if (!opened || !head?.origin.endsWith(`/declarations/${declaration}`) || head.origin !== key.name)
    return null
  const by = { kind: 'ed25519', bytes: key.bytes } as const
  return (await isSignedBy(by, utf8ToBytes(opened.text), opened.signature)) === 'right' ? head : null
}

/** The acts, put where they belong in the ledger, make the root that was signed. */
function isLedger({ before, acts }: Certificate, { size, root }: TreeHead): boolean {
  const frontier = Frontier.after(before.size, before.peaks)
  if (!frontier) return false
  for (const act of acts) frontier.add(leafHash(utf8ToBytes(act)))
  return frontier.size === size && frontier.root() === root
}

async function signatures(
  endorsements: readonly Endorsement[],
  keys: ReadonlyMap<string, string>,
): Promise<Finding> {
  let is: Verdict = 'right'
  for (const { state, signed } of endorsements) {
    if (!signed) continue
    const spki = keys.get(state) ?? ''
    const verdict = spki === '' ? 'wrong' : await deviceSigned(signed, spki)
    if (verdict === 'wrong') return { check: 'signatures', is: 'wrong', about: state }
    if (verdict === 'unknown') is = 'unknown'
  }
  return { check: 'signatures', is }
}
