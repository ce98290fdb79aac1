import { useMessages } from '../../i18n.tsx'
import { useSettled } from '../../useSettled.ts'

export interface CountsProps {
  readonly invited: number
  /** Null until the server has said. */
  readonly accredited: number | null
  /** Left out where whoever looks isn't told who is in the room. */
  readonly present?: number | null
  readonly endorsing: number
}

/** While ministers sign by the dozen, whoever listens hears a number now and then. */
const CALM = 5_000

/** Four different things, never added up: of those invited some are accredited, some here, some endorse. */
export function Counts({ invited, accredited, present, endorsing }: CountsProps) {
  const { roll } = useMessages()
  const said = useSettled(endorsing, CALM)
  const all = Math.max(1, invited)
  const counts = [
    { id: 'invited', name: roll.invited, count: invited },
    { id: 'accredited', name: roll.accredited, count: accredited },
    ...(present === undefined ? [] : [{ id: 'present', name: roll.present, count: present }]),
    { id: 'endorsing', name: roll.endorsing, count: endorsing },
  ]
  return (
    <>
      <dl className="counts">
        {counts.map(({ id, name, count }) => (
          <div key={id} className={`count count-${id}`}>
            <dt>{name}</dt>
            <dd className="count-number">{count ?? '–'}</dd>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className="count-all" width="100" height="4" />
              <rect className="count-share" width={(100 * (count ?? 0)) / all} height="4" />
            </svg>
          </div>
        ))}
      </dl>
      <p className="visually-hidden" role="status">
        {roll.of(said, invited)}
      </p>
    </>
  )
}
