import './Flag.css'
import { Paraph } from './Paraph.tsx'

/** Filled in by the build: the folder of the flags, one file for each code. */
declare const __FLAGS__: string

export interface FlagProps {
  /** ISO 3166-1 alpha-2; null for the desk, which has no flag. */
  readonly alpha2: string | null
  readonly size?: 'small' | 'medium' | 'large'
  /** A group that has no flag is told by a mark of its own. */
  readonly isGroup?: boolean
}

/** Decoration only: the State's code or name stands beside it. */
export function Flag({ alpha2, size = 'small', isGroup = false }: FlagProps) {
  if (!alpha2) {
    return (
      <span className={`flag flag-${size} flag-none`} aria-hidden="true">
        {isGroup ? <GroupMark /> : <Paraph />}
      </span>
    )
  }
  const address = `${__FLAGS__}/${alpha2}.svg`
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
