import type { Share } from '../../../shared/comparison.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'

/** How much of the text comes from whom: in words and numbers, with a bar that seconds them. */
export function Coverage({ shares }: { readonly shares: readonly Share[] }) {
  const { provenance } = useMessages()
  const { language } = useLanguage()
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <section className="coverage" aria-label={provenance.coverage}>
      <div className="coverage-bar" aria-hidden="true">
        {shares.map(({ of, part }) => (
          <span
            key={of ?? ''}
            className={of ? 'coverage-part' : 'coverage-laid'}
            style={{ flexGrow: part }}
          />
        ))}
      </div>
      <ul className="coverage-list">
        {shares.map(({ of, part, amendments }) => (
          <li key={of ?? ''}>
            {of ? <DelegationChip code={of} show="name" /> : provenance.asLaidShort}{' '}
            <strong className="numeric">{percent.format(part)}</strong>{' '}
            {amendments.length > 0 ? (
              <span className="muted small numeric">{amendments.join(', ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
