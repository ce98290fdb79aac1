import { useCallback } from 'react'
import type { CommandInput, Performed } from '../../shared/command.ts'
import type { CapacityId, DeclarationId } from '../../shared/ids.ts'
import { type Answer, command } from '../api/api.ts'
import { isFailure } from '../api/failure.ts'
import { useAnnounce } from '../design/parts/Announcer.tsx'
import { useMessages } from '../i18n.tsx'

/** Commands to this declaration in this capacity. */
export function usePerform(declaration: DeclarationId, capacity: CapacityId) {
  const announce = useAnnounce()
  const { refusals } = useMessages()
  const perform = useCallback(
    (body: CommandInput): Promise<Answer<Performed>> => command(declaration, capacity, body),
    [declaration, capacity],
  )
  const performAndTell = useCallback(
    async (body: CommandInput, done: string): Promise<Performed | null> => {
      const answer = await perform(body)
      if (isFailure(answer)) {
        announce(refusals.sentence(answer.refused, answer.about), 'problem')
        return null
      }
      if (done) announce(done)
      return answer
    },
    [perform, announce, refusals],
  )
  return { perform, performAndTell }
}
