import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** Rule A4: the name stands on exactly the wording in force. */
export const isNamed = (amendment: Amendment, delegation: DelegationCode): boolean =>
  amendment.cosponsors[delegation] === wordingInForce(amendment).wording

/** Whether the delegation's name is asked for, or dropped off with a new wording. */
export const isAsked = (amendment: Amendment, delegation: DelegationCode | null): boolean =>
  delegation !== null &&
  amendment.state === 'pending' &&
  delegation in amendment.cosponsors &&
  !isNamed(amendment, delegation)

/** Puts the delegation's name to these exact words, declines to, or takes it off again. */
export function CoSponsor({ amendment }: { readonly amendment: Amendment }) {
  const { capacity, performAndTell } = useFloor()
  const { room, amending } = useMessages()
  const { card } = room
  const delegation = capacity.delegation ?? ''
  const named = isNamed(amendment, delegation)
  const asked = isAsked(amendment, delegation)
  const { wording } = wordingInForce(amendment)
  const id = spoken(amendment.id)
  const put = (confirm: boolean, done: string) =>
    performAndTell({ do: 'amendment.cosponsor', amendment: amendment.id, wording, confirm }, done)
  const on = () => put(true, card.done.coSponsored(id))
  if (named) {
    return (
      <Button size="small" onPress={() => put(false, card.done.nameOff(id))}>
        {card.nameOff}
      </Button>
    )
  }
  if (!asked) {
    return (
      <Button size="small" onPress={on}>
        {card.coSponsor}
      </Button>
    )
  }
  return (
    <>
      <Button size="small" kind="primary" onPress={on}>
        {wasNamed(amendment, delegation) ? card.confirmWording : card.putName}
      </Button>
      {amendment.sponsor === delegation ? null : (
        <Button size="small" kind="quiet" onPress={() => put(false, amending.declined(id))}>
          {amending.decline}
        </Button>
      )}
    </>
  )
}

/** Null: invited, and never confirmed any wording; and so it is again after each new one. */
const wasNamed = (amendment: Amendment, delegation: DelegationCode): boolean =>
  typeof amendment.cosponsors[delegation] === 'string' || wordingInForce(amendment).revision > 1
