import type { Strength } from '../../shared/strength.ts'
import { useMessages } from '../i18n.tsx'

const SIGNS: Readonly<Record<Strength, string>> = { stronger: '▲', weaker: '▼', changed: '◆' }

/** That the opening, and with it the strength of the commitment, would change. */
export function StrengthSign({ strength }: { readonly strength: Strength }) {
  const { strengths } = useMessages().room
  return (
    <span className={`strength strength-${strength}`} title={strengths.hint}>
      <span aria-hidden="true">{SIGNS[strength]} </span>
      {strengths[strength]}
    </span>
  )
}
