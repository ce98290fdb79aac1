import { memo, useId } from 'react'
import type { DelegationCode } from '../../../shared/ids.ts'
import type { Mark } from '../../../shared/marks.ts'
import world from '../../../shared/world/world.json'
import type { World } from '../../../shared/world/world.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'
import './WorldMap.css'

export interface WorldMapProps {
  /** Of the States that endorse. */
  readonly marks: ReadonlyMap<DelegationCode, Mark>
  readonly invited: number
  /** Without what explains it: on the wall there is no room for small print. */
  readonly bare?: boolean
}

const { width, height, areas, dots, elsewhere } = world as unknown as World

/** To be read without colours: full, hatched or empty. Whoever doesn't see it has all of it in the list. */
export default function WorldMap({ marks, invited, bare = false }: WorldMapProps) {
  const { roll } = useMessages()
  const id = useId()
  return (
    <figure className="world">
      <svg
        className="world-map"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-says`}
        // Countries lie as they lie, whatever way one reads.
        direction="ltr"
      >
        <title id={`${id}-name`}>{roll.map.title}</title>
        <desc id={`${id}-says`}>{roll.map.says(marks.size, invited)}</desc>
        <Hatch id={id} />
        <path className="world-elsewhere" d={elsewhere} />
        {Object.entries(areas).map(([state, path]) => (
          <Area key={state} state={state} path={path} mark={marks.get(state)} hatch={id} />
        ))}
        {Object.entries(dots).map(([state, [x, y]]) => (
          <Dot key={state} state={state} x={x} y={y} mark={marks.get(state)} hatch={id} />
        ))}
      </svg>
      {bare ? null : (
        <figcaption className="world-caption">
          <Legend />
          <p>{roll.map.dots}</p>
          <p>{roll.map.boundaries}</p>
        </figcaption>
      )}
    </figure>
  )
}

interface MarkedProps {
  readonly state: DelegationCode
  readonly mark: Mark | undefined
  readonly hatch: string
}

// Each is drawn again only when its own State endorses: hundreds of others needn't move for one.
const Area = memo(function Area({ state, path, mark, hatch }: MarkedProps & { readonly path: string }) {
  return (
    <path className={classOf(mark)} d={path} {...fillOf(mark, hatch)}>
      <StateName state={state} mark={mark} />
    </path>
  )
})

const Dot = memo(function Dot({
  state,
  x,
  y,
  mark,
  hatch,
}: MarkedProps & { readonly x: number; readonly y: number }) {
  return (
    <circle className={`${classOf(mark)} world-dot`} cx={x} cy={y} r={8} {...fillOf(mark, hatch)}>
      <StateName state={state} mark={mark} />
    </circle>
  )
})

/** For who points at it. */
function StateName({ state, mark }: { readonly state: DelegationCode; readonly mark: Mark | undefined }) {
  const { nameOf } = useConference()
  const { roll } = useMessages()
  return <title>{`${nameOf(state)}: ${roll.map.marks[mark ?? 'none']}`}</title>
}

const classOf = (mark: Mark | undefined): string => `world-state is-${mark ?? 'none'}`
const fillOf = (mark: Mark | undefined, hatch: string) =>
  mark === 'qualified' ? { fill: `url(#${hatch}-hatch)` } : {}

const Hatch = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern
      id={`${id}-hatch`}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className="world-hatch-ground" width="8" height="8" />
      <rect className="world-hatch-line" width="4" height="8" />
    </pattern>
  </defs>
)

function Legend() {
  const { roll } = useMessages()
  const id = useId()
  return (
    <ul className="world-legend">
      {(['endorses', 'qualified', undefined] as const).map((mark) => (
        <li key={mark ?? 'none'}>
          <svg viewBox="0 0 36 24" aria-hidden="true">
            <Hatch id={id} />
            <rect className={classOf(mark)} x="2" y="2" width="32" height="20" {...fillOf(mark, id)} />
          </svg>
          {roll.map.marks[mark ?? 'none']}
        </li>
      ))}
    </ul>
  )
}
