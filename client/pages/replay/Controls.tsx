import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import type { RoomView } from '../../../shared/mirror.ts'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { useMessages } from '../../i18n.tsx'
import { ActLine } from '../versions/ActLine.tsx'
import type { Film } from './film.ts'
import { SPEEDS, type Speed } from './pace.ts'
import type { Player } from './usePlayer.ts'

export interface ControlsProps {
  readonly film: Film
  readonly player: Player
  readonly view: RoomView
}

/** Play, the slider over all acts, how fast, and the act at which the film stands. */
export function Controls({ film, player, view }: ControlsProps) {
  const { replay } = useMessages()
  const { moment } = useDates()
  const { place, isPlaying, speed } = player
  const { act } = film.at(place)
  const last = film.length - 1
  const [before, after] = isPlaying ? [null, null] : [film.nextChange(place, -1), film.nextChange(place, 1)]
  return (
    <section className="replay-controls" aria-label={replay.controls}>
      <div className="replay-buttons no-print">
        <IconButton
          icon="previous"
          label={replay.previous}
          isDisabled={before === null}
          onPress={() => player.goTo(before ?? place)}
        />
        <Button kind="primary" onPress={isPlaying ? player.pause : player.play}>
          {isPlaying ? replay.pause : place === last ? replay.again : replay.play}
        </Button>
        <IconButton
          icon="next"
          label={replay.next}
          isDisabled={after === null}
          onPress={() => player.goTo(after ?? place)}
        />
      </div>
      <Slider
        className="replay-slider no-print"
        aria-label={replay.slider}
        minValue={0}
        maxValue={last}
        value={place}
        onChange={player.goTo}
      >
        <SliderTrack className="replay-track">
          {({ state }) => (
            <>
              <span className="replay-played" style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="replay-thumb" aria-valuetext={replay.of(place + 1, film.length)} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="no-print">
        <Select
          label={replay.speed}
          labelHidden
          options={SPEEDS.map((it) => ({ id: String(it), name: replay.perSecond(it) }))}
          value={String(speed)}
          onChange={(id) => player.setSpeed(Number(id) as Speed)}
        />
      </div>
      {/* Read out where one stops, and not while it plays. */}
      <div className="replay-now" aria-live={isPlaying ? 'off' : 'polite'}>
        <p className="muted small numeric">
          {replay.of(place + 1, film.length)} · <time dateTime={act.at}>{moment(act.at)}</time>
        </p>
        <ActLine act={act} view={view} />
      </div>
    </section>
  )
}
