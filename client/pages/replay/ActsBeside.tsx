import { memo } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { useMessages } from '../../i18n.tsx'
import { ActLine } from '../versions/ActLine.tsx'

export interface ActsBesideProps {
  readonly acts: readonly Act[]
  readonly place: number
  readonly goTo: (place: number) => void
  readonly view: RoomView
}

/** So many acts stand before the present one, and after it. */
const AROUND = 6

/** The acts around the one at which the film stands; each leads there. */
export function ActsBeside({ acts, place, goTo, view }: ActsBesideProps) {
  const { replay } = useMessages()
  const from = Math.max(0, place - AROUND)
  return (
    <section className="replay-acts" aria-label={replay.acts}>
      <ol>
        {acts.slice(from, place + AROUND + 1).map((act, index) => (
          <ActButton
            key={act.act}
            act={act}
            view={view}
            place={from + index}
            isHere={from + index === place}
            goTo={goTo}
          />
        ))}
      </ol>
    </section>
  )
}

interface ActButtonProps {
  readonly act: Act
  readonly view: RoomView
  readonly place: number
  readonly isHere: boolean
  readonly goTo: (place: number) => void
}

const ActButton = memo(function ActButton({ act, view, place, isHere, goTo }: ActButtonProps) {
  return (
    <li>
      <button
        type="button"
        className="replay-act"
        aria-current={isHere ? 'step' : undefined}
        onClick={() => goTo(place)}
      >
        <ActLine act={act} view={view} />
      </button>
    </li>
  )
})
