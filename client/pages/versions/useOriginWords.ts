import type { Act } from '../../../shared/act.ts'
import { sponsorsOf } from '../../../shared/amendment.ts'
import type { Origin } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'

/** Who brought words or took them out, with which amendment, and when; in a line. */
export function useOriginWords({ record }: RoomView, acts: readonly Act[]): (origin: Origin) => string {
  const { common, provenance } = useMessages()
  const { nameOf } = useConference()
  const { moment } = useDates()
  return ({ did, amendment: id, act: number, first }) => {
    const amendment = id === null ? undefined : record.amendments[id]
    if (!amendment) return provenance.asLaid
    const names = sponsorsOf(amendment).map(nameOf).join(', ')
    const by =
      did === 'took out'
        ? common.deletedBy(names)
        : first
          ? provenance.backBy(names)
          : common.broughtBy(names)
    const act = acts.find((it) => it.act === number)
    return [amendment.id, by, ...(act ? [moment(act.at)] : [])].join(' · ')
  }
}
