import './Flag.css'
import { Paraph } from './Paraph.tsx'

// Addresses only: a browser loads the few flags that it shows.
const FLAGS = import.meta.glob<string>('../../../node_modules/country-flag-icons/3x2/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
})

const BY_CODE = new Map(
  Object.entries(FLAGS).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1, -4), address]),
)

export interface FlagProps {
  /** ISO 3166-1 alpha-2; null for the desk, which has no flag. */
  readonly alpha2: string | null
  readonly size?: 'small' | 'medium' | 'large'
  /** A group that has no flag is told by a mark of its own. */
  readonly isGroup?: boolean
}

/** Decoration only: the State's code or name stands beside it. */
export function Flag({ alpha2, size = 'small', isGroup = false }: FlagProps) {
  const address = alpha2 ? BY_CODE.get(alpha2) : undefined
  if (!address) {
    return (
      <span className={`flag flag-${size} flag-none`} aria-hidden="true">
        {isGroup ? <GroupMark /> : <Paraph />}
      </span>
    )
  }
  return <img className={`flag flag-${size}`} src={address} alt="" width={24} height={16} loading="lazy" />
}

/** Several who act together. */
const GroupMark = () => (
  <svg viewBox="0 0 24 16" aria-hidden="true" className="group-mark">
    <circle cx="8" cy="6" r="2.5" />
    <circle cx="16" cy="6" r="2.5" />
    <circle cx="12" cy="11" r="2.5" />
  </svg>
)
