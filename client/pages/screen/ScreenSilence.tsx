import type { Record } from '../../../shared/record.ts'
import type { Silence } from '../../../shared/silence.ts'
import { useMessages } from '../../i18n.tsx'
import { Countdown } from '../../silence/Countdown.tsx'
import { Deadline } from '../../silence/Deadline.tsx'

export interface ScreenSilenceProps {
  readonly record: Record
  readonly silence: Silence
}

/** What the hall reads while a text is frozen: which, until when, and how many delegations have opened it. */
export function ScreenSilence({ record, silence }: ScreenSilenceProps) {
  const { silence: say } = useMessages()
  const seen = Object.keys(record.receipts ?? {}).length
  return (
    <div className="screen-stage is-alone">
      <section className="screen-clause">
        <h2 className="screen-label">{say.title}</h2>
        <p className="screen-words">{record.versions[silence.version]?.symbol}</p>
        <p className="screen-until">
          {say.screen.adopted} <Deadline at={silence.deadline} />
        </p>
        <p className="screen-until">
          <Countdown deadline={silence.deadline} />
        </p>
        <p className="screen-wait">{seen === 0 ? say.receipts.none : say.receipts.count(seen)}</p>
      </section>
    </div>
  )
}
