import { useRef } from 'react'
import { useParams } from 'react-router'
import type { Roll } from '../../../shared/api.ts'
import { languagesOf } from '../../../shared/language-version.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { may } from '../../../shared/policy.ts'
import { finalVersion } from '../../../shared/record.ts'
import { getRoll } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { useEvery } from '../../useEvery.ts'
import { useSettled } from '../../useSettled.ts'
import { PublishRoll } from './PublishRoll.tsx'
import { RollView } from './RollView.tsx'
import { Verify } from './Verify.tsx'

export function RollPage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { roll } = useMessages()
  return (
    <DeclarationPage title={roll.title} room={room}>
      {(view) => <LiveRoll view={view} room={room} />}
    </DeclarationPage>
  )
}

/** A thousand who look must not each ask for every minister who signs. */
const NOW_AND_THEN = 4_000
const AGAIN = 10_000

function LiveRoll({ view, room }: { readonly view: RoomView; readonly room: RoomState }) {
  const { id: capacity, role } = useCapacity()
  const { conference } = useConference()
  const { declaration, endorsements, withdrawals, acts } = view.record
  // Asked again when somebody comes, goes or acts: who is accredited and present stands in no record.
  const here = new Set(room.presence.flatMap(({ user }) => user.delegation ?? []))
  const moved = useSettled(`${acts} ${[...here].sort().join()}`, NOW_AND_THEN)
  const { asked, reload } = useAsk(`${declaration.id} ${moved}`, () => getRoll(declaration.id, capacity))
  // A signatory's page holds no socket: nobody tells when it opens.
  useEvery(AGAIN, reload)
  // While it is asked again, what was answered last stays.
  const last = useRef<Roll | null>(null)
  if (asked.is === 'ready') last.current = asked.value
  const counts = last.current
  const version = finalVersion(view.record)
  return (
    <RollView
      symbol={version?.symbol ?? declaration.symbol}
      isFinal={version !== null}
      endorsements={endorsements}
      withdrawals={withdrawals}
      invited={counts?.invited ?? conference?.delegations.filter((it) => it.invited).length ?? 0}
      accredited={counts?.accredited.length ?? null}
      present={counts?.present.length ?? null}
      actions={
        version ? (
          <PublishRoll
            declaration={declaration.id}
            isPublic={view.record.isPublic ?? false}
            mayPublish={may(role, 'roll.publish', view.record.stage)}
          />
        ) : null
      }
    >
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {version ? (
        <Verify
          version={version}
          languages={languagesOf(view.record, version)}
          declaration={declaration.id}
        />
      ) : null}
    </RollView>
  )
}
