import { type Amendment, sponsorsOf, wordingInForce } from '../../../shared/amendment.ts'
import { isReplaced } from '../../../shared/subamendment.ts'
import { useConference } from '../../api/conference.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'
import { isAsked } from './CoSponsor.tsx'

/** Where the amendment comes from, and whether one's own delegation is asked for its name. */
export function Origin({ amendment }: { readonly amendment: Amendment }) {
  const { capacity, record } = useFloor()
  const { nameOf } = useConference()
  const { amending } = useMessages()
  const { takenUp, sponsor, revisions } = amendment
  const asked = isAsked(amendment, capacity.delegation)
  const { amendedBy, restated } = wordingInForce(amendment)
  const parent = spoken(amendment.amends?.amendment ?? '')
  const isNamed = sponsorsOf(amendment).includes(sponsor)
  const hint = () => {
    if (amendedBy) {
      return isNamed
        ? amending.askedTakenIn(nameOf(sponsor), spoken(amendedBy))
        : amending.askedAmended(spoken(amendedBy))
    }
    if (restated) return amending.askedRestated(parent)
    return revisions.length > 1 ? amending.askedAgain : amending.askedHint(nameOf(sponsor))
  }
  return (
    <>
      {asked ? (
        <p className="card-asked">
          <Badge tone="warning">{amending.askedOfYou}</Badge> {hint()}
        </p>
      ) : null}
      {!asked && amendment.state === 'pending' && !isNamed ? (
        <p className="card-asked">
          {amendedBy
            ? amending.unconfirmed(nameOf(sponsor), spoken(amendedBy))
            : amending.unconfirmedRestated(nameOf(sponsor), parent)}
        </p>
      ) : null}
      {amendment.state === 'pending' && isReplaced(record, amendment) ? (
        <p className="card-asked">{amending.replaced(parent)}</p>
      ) : null}
      {takenUp ? <p className="muted small">{amending.takenUpFrom(spoken(takenUp))}</p> : null}
    </>
  )
}
