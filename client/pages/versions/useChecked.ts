import type { VersionAnswer } from '../../../shared/api.ts'
import type { DeclarationId } from '../../../shared/ids.ts'
import { freezeMoment, type Moment } from '../../../shared/moment.ts'
import { getVersion } from '../../api/api.ts'
import type { Failure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import type { Point } from './points.ts'

export interface Checked {
  readonly is: 'checking' | 'checked' | 'failed'
  readonly failure: Failure | null
  readonly reload: () => void
}

/**
 * Rule V5: a version is shown only where its frozen bytes are what its hashes say, and what the acts up to then come
 * to. Other moments have no frozen bytes to be compared with.
 */
export function useChecked(declaration: DeclarationId, point: Point, moment: Moment | null): Checked {
  const { id: capacity } = useCapacity()
  const number = typeof point === 'number' ? point : null
  const { asked, reload } = useAsk(number === null ? null : `${declaration} ${number}`, () =>
    getVersion(declaration, capacity, number ?? 0),
  )
  if (number === null) return { is: 'checked', failure: null, reload }
  if (asked.is === 'failed') return { is: 'failed', failure: asked.failure, reload }
  if (asked.is === 'loading' || !moment) return { is: 'checking', failure: null, reload }
  return isSame(asked.value, moment)
    ? { is: 'checked', failure: null, reload }
    : { is: 'failed', failure: damaged(asked.value), reload }
}

const isSame = ({ words, state }: VersionAnswer, moment: Moment): boolean => {
  const frozen = freezeMoment(moment)
  return frozen.words === words && frozen.state === state
}

const damaged = ({ head }: VersionAnswer): Failure => ({
  refused: 'version/damaged',
  detail: '',
  about: { symbol: head.symbol },
})
