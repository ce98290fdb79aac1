import { challengeOf } from '../../../shared/endorsement.ts'
import { canonical, sha256Of } from '../../../shared/hash.ts'
import type { DeclarationId } from '../../../shared/ids.ts'
import type { Endorsement } from '../../../shared/roll.ts'

/** The receipt as a plain text that any machine opens for ever: one fact a line, words of a statement indented. */
export const receiptText = (
  meeting: string,
  act: string,
  facts: readonly (readonly [name: string, value: string])[],
): string =>
  [
    meeting,
    act,
    '',
    ...facts.map(([name, value]) => `${name}: ${value.replaceAll('\n', '\n    ')}`),
    '',
  ].join('\n')

/** What was signed, to the byte, and the signature: docs/record-format.md says how they are checked. */
export function proofFacts({ signed }: Endorsement): readonly (readonly [name: string, value: string])[] {
  if (!signed) return []
  const { instrument, assertion } = signed
  return [
    ['instrument', canonical(instrument)],
    ['challenge', challengeOf(instrument)],
    ...Object.entries(assertion),
  ]
}

/** SHA-256 of what was signed; null where nothing was. */
export const hashOfSigned = ({ signed }: Endorsement): string | null =>
  signed ? sha256Of(canonical(signed.instrument)) : null

/** For another telephone to read, and to hold against the roll or the record: short, so that the squares are large. */
export const receiptCode = (origin: string, declaration: DeclarationId, it: Endorsement): string =>
  [
    'PARAPH 1',
    `${origin} ${declaration}`,
    `${it.state} ${it.act} ${it.at}`,
    `text ${it.hash}`,
    ...(it.signed ? [`signed ${hashOfSigned(it)}`] : []),
  ].join('\n')
