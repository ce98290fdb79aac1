import { useCallback } from 'react'
import { leave } from '../api/api.ts'
import { isFailure } from '../api/failure.ts'
import { shelf } from '../api/shelf.ts'
import { useAnnounce } from '../design/parts/Announcer.tsx'
import { useMessages } from '../i18n.tsx'
import { forgetLooks } from '../room/follow/lastLook.ts'
import { briefcase } from './briefcase.ts'
import { forgetNaming } from './naming.ts'
import { emptyTrays } from './tray.ts'

/** Signs out, in all capacities, and leaves none of the person's words on this device. */
export function useSignOut(): () => Promise<void> {
  const announce = useAnnounce()
  const { refusals } = useMessages()
  return useCallback(async () => {
    const left = await leave()
    if (isFailure(left)) {
      announce(refusals.sentence(left.refused, left.about), 'problem')
      return
    }
    emptyTrays()
    forgetNaming()
    forgetLooks()
    shelf.clear()
    await briefcase().empty()
    // A new page: nothing of the old one may be left in memory either.
    location.assign('/')
  }, [announce, refusals])
}
