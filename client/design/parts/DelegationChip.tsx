import { useConference } from '../../api/conference.tsx'
import { Flag } from './Flag.tsx'

export interface DelegationChipProps {
  readonly code: string
  /** What stands beside the flag: the three letters, the name, or both. */
  readonly show?: 'code' | 'name' | 'both'
  readonly size?: 'small' | 'medium'
}

/** A delegation is told by flag and name first, never by colour. */
export function DelegationChip({ code, show = 'code', size = 'small' }: DelegationChipProps) {
  const { nameOf, flagOf, isGroup } = useConference()
  const name = nameOf(code)
  return (
    <span className="delegation" title={show === 'code' ? name : undefined}>
      <Flag alpha2={flagOf(code)} size={size} isGroup={isGroup(code)} />
      {show === 'name' ? null : (
        <abbr className="delegation-code" title={name}>
          {code}
        </abbr>
      )}
      {show === 'code' ? null : <span className="delegation-name">{name}</span>}
    </span>
  )
}
