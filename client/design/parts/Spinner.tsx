import { useMessages } from '../../i18n.tsx'
import './EmptyState.css'

/** A stroke of the pen, while something is fetched. */
export function Spinner({ label }: { readonly label?: string }) {
  const { common } = useMessages()
  return (
    <div className="spinner" role="status">
      <svg viewBox="0 0 32 32" fill="none" aria-hidden="true">
        <path
          d="M4 21c6-14 11-16 11-10s-6 12-3 12 5-8 8-8-1 7 2 7 4-3 6-5"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      <span>{label ?? common.loading}</span>
    </div>
  )
}
