import { useState } from 'react'
import type { Person } from '../../../shared/api.ts'
import { codeOf } from '../../../shared/endorsement.ts'
import { getPeople, settleSigner } from '../../api/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useEvery } from '../../useEvery.ts'
import './WaitingKeys.css'

/** Ministers stand in line: the next code is here before the last one has gone. */
const AGAIN = 2_000

export interface WaitingKeysProps {
  readonly level: 2 | 3
  readonly onSettled: () => void
}

/** Keys that signatories have made, to be compared by ear and confirmed; nothing where none waits. */
export function WaitingKeys({ level, onSettled }: WaitingKeysProps) {
  const { signing } = useMessages()
  const { id: as } = useCapacity()
  const nameOf = useCapacityName()
  const { asked, reload } = useAsk(as, () => getPeople(as))
  const [chosen, setChosen] = useState<Waiting | null>(null)
  useEvery(AGAIN, reload)
  const waiting = asked.is === 'ready' ? asked.value.flatMap(waitingOf) : []
  const settled = () => {
    reload()
    onSettled()
  }
  if (waiting.length === 0 && !chosen) return null
  const Heading = `h${level}` as const
  return (
    <section className="waiting-keys" aria-live="polite">
      <Heading>{signing.waitingKeys}</Heading>
      <p className="muted small">{signing.waitingKeysLead}</p>
      <ul>
        {waiting.map((it) => (
          <li key={it.key} className="waiting-key">
            <span>
              <strong>{it.person.name}</strong>
              <br />
              <span className="muted small">{nameOf(it.person)}</span>
            </span>
            <code className="waiting-code" dir="ltr">
              {it.code}
            </code>
            <Button
              size="small"
              onPress={() => setChosen(it)}
              aria-label={`${signing.confirm}: ${it.person.name}`}
            >
              {signing.confirm}
            </Button>
          </li>
        ))}
      </ul>
      <Settle waiting={chosen} onClose={() => setChosen(null)} onSettled={settled} />
    </section>
  )
}

interface Waiting {
  readonly person: Person
  readonly key: string
  readonly code: string
}

function waitingOf(person: Person): readonly Waiting[] {
  const key = person.signing?.waiting
  if (!key) return []
  const code = codeOf({ capacity: person.id, credential: key.id, spki: key.spki, nonce: key.nonce })
  return [{ person, key: key.id, code }]
}

interface SettleProps {
  readonly waiting: Waiting | null
  readonly onClose: () => void
  readonly onSettled: () => void
}

function Settle({ waiting, onClose, onSettled }: SettleProps) {
  const { signing } = useMessages()
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  if (!waiting) return null
  const { person, key, code } = waiting
  const settle = async (confirm: boolean) => {
    const done = await settleSigner(as, person.id, { key, confirm })
    if (isFailure(done)) return done
    announce(confirm ? signing.confirmed(person.name) : signing.refused(person.name))
    onSettled()
    return null
  }
  const refuse = async () => {
    await settle(false)
    onClose()
  }
  return (
    <ConfirmDialog
      title={signing.confirmTitle}
      isOpen
      onClose={onClose}
      confirm={signing.same}
      onConfirm={() => settle(true)}
    >
      <p className="waiting-code waiting-code-large" dir="ltr">
        {code}
      </p>
      <p>{signing.confirmLead(person.name)}</p>
      <div>
        <Button kind="quiet" size="small" onPress={refuse}>
          {signing.refuse}
        </Button>
      </div>
    </ConfirmDialog>
  )
}
