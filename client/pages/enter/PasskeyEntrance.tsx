import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../api/failure.ts'
import { isFailure } from '../../api/failure.ts'
import { canUsePasskeys, enterWithPasskey } from '../../api/passkeys.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { landing } from '../landing.ts'

/** To return without a new link; nothing where this browser can't. */
export function PasskeyEntrance() {
  const { access } = useMessages()
  const { reload } = useSession()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pending, setPending] = useState(false)
  if (!canUsePasskeys()) return null

  const goIn = async () => {
    setPending(true)
    setFailure(null)
    const me = await enterWithPasskey()
    setPending(false)
    if (isFailure(me)) return setFailure(me)
    const added = me.capacities.find(({ id }) => id === me.added)
    reload()
    navigate(added ? await landing(added) : '/')
  }

  return (
    <div className="stack-tight">
      <div className="row">
        <Button isPending={pending} onPress={goIn}>
          {access.signIn.button}
        </Button>
        <span className="muted small">{access.signIn.hint}</span>
      </div>
      {failure ? <Problem failure={failure} /> : null}
    </div>
  )
}
