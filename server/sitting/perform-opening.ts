import type { Signatory } from '../../shared/endorsement.ts'
import { canonical } from '../../shared/hash.ts'
import { finalVersion, type Record } from '../../shared/record.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'

/** Publishes what has changed among those who may endorse; nothing where it is known. */
export function listSignatories({ record, aside }: Case<'signatories.list'>): Deed | Refusal {
  const { signatories } = aside
  const here = new Set(signatories.map(({ capacity }) => capacity))
  const struck = Object.keys(record.signatories).filter((capacity) => !here.has(capacity))
  const changed = signatories.filter((it) => !isListed(record, it))
  if (struck.length === 0 && changed.length === 0) return { step: null }
  return { step: { kind: 'signatories listed', signatories: changed, struck } }
}

const isListed = ({ signatories }: Record, it: Signatory): boolean => {
  const before = signatories[it.capacity]
  return before !== undefined && canonical(before) === canonical(it)
}

/**
 * Puts the final text before the signatories, who must have been published. In a closed declaration it opens an
 * addendum, `A/CONF.2009/1/Add.1`, for those who come late.
 */
export function openEndorsement({ record, command, aside }: Case<'endorsement.open'>): Deed | Refusal {
  const version = finalVersion(record)
  if (!version) return refuse('version/unknown')
  if (command.hash !== version.hash) return refuse('endorsement/other-text')
  const { endorsing, stage } = record
  if (endorsing?.isOpen) return refuse('endorsement/open')
  if (Object.keys(record.signatories).length === 0) return refuse('endorsement/nobody-listed')
  const addendum = stage === 'closed' ? `${version.symbol}/Add.${(endorsing?.addenda ?? 0) + 1}` : null
  const { number, hash } = version
  return { step: { kind: 'endorsement opened', version: number, hash, origin: aside.origin, addendum } }
}

export function closeAddendum({ record }: Case<'addendum.close'>): Deed | Refusal {
  const { endorsing } = record
  if (!endorsing?.isOpen || endorsing.addendum === null) return refuse('endorsement/not-open')
  return { step: { kind: 'addendum closed', addendum: endorsing.addendum } }
}
