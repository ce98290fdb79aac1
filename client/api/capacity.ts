import { useCallback } from 'react'
import type { Capacity } from '../../shared/api.ts'
import { useMessages } from '../i18n.tsx'
import { useConference } from './conference.tsx'

/** Whom a capacity speaks for: the State, or the office where there is none. */
export function useCapacityName(): (capacity: Capacity) => string {
  const { common } = useMessages()
  const { nameOf } = useConference()
  return useCallback(
    ({ delegation, role }) => (delegation ? nameOf(delegation) : common.roles[role]),
    [common, nameOf],
  )
}
