import type { Remark } from '../../../shared/endorsement.ts'
import { useMessages } from '../../i18n.tsx'
import '../../design/parts/Facts.css'

/** Remarks as facts of a list. */
export function RemarkFacts({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { common } = useMessages()
  const from = useRemarkClauses()
  return remarks.map((remark) => (
    <div key={remark.kind} className="fact">
      <dt>{common.statements[remark.kind]}</dt>
      <dd className="fact-words">{[from(remark), remark.words].filter((it) => it !== '').join('\n')}</dd>
    </div>
  ))
}

/** The clauses that a dissociation names, in words; empty for other remarks. */
export function useRemarkClauses(): (remark: Remark) => string {
  const { common, endorse } = useMessages()
  return (remark) =>
    remark.kind === 'dissociation' ? endorse.fromClauses(remark.clauses.map(common.clause).join(', ')) : ''
}
