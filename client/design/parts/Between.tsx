import type { Amendment } from '../../../shared/amendment.ts'
import { type Consent, consents } from '../../../shared/compromise.ts'
import { CHAIR } from '../../../shared/ids.ts'
import type { Record } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'
import { Badge } from './Badge.tsx'

export interface BetweenProps {
  readonly amendment: Amendment
  readonly record: Pick<Record, 'amendments'>
  /** How an amendment is said on this page: `FRA 1` or `FRA-1`. */
  readonly say: (id: string) => string
}

const SAID: readonly Consent[] = ['accepts', 'declines', 'asked']

/** Of a compromise: whose text it is, what it is between, and what the sponsors asked say to it. */
export function Between({ amendment, record, say }: BetweenProps) {
  const { nameOf } = useConference()
  const { compromise } = useMessages()
  const all = consents(amendment, record)
  const { of = [] } = amendment.compromise ?? {}
  return (
    <div className="stack-tight small">
      <p className="row">
        <Badge tone="accent">
          {amendment.sponsor === CHAIR ? compromise.chairText : compromise.deskText}
        </Badge>
        <span>{compromise.between(of.map(say).join(', '))}</span>
      </p>
      {SAID.map((said) => {
        const names = all.filter(([, consent]) => consent === said).map(([code]) => nameOf(code))
        return names.length > 0 ? <p key={said}>{compromise.consents[said](names.join(', '))}</p> : null
      })}
    </div>
  )
}
