import { useEffect, useRef } from 'react'
import { may } from '../../../shared/policy.ts'
import type { Record } from '../../../shared/record.ts'
import { command } from '../../api/api.ts'
import { useCapacity } from '../../api/session.tsx'

/** Says once for the delegation that it has opened the frozen text, as soon as its words stand before a person. */
export function useReceipt({ declaration, stage, silence, receipts }: Record, isShown: boolean): void {
  const { id: capacity, role, delegation } = useCapacity()
  const said = useRef<number | null>(null)
  const version = silence?.end === null ? silence.version : null
  const isDue = isShown && delegation !== null && may(role, 'silence.see', stage) && !receipts?.[delegation]
  useEffect(() => {
    if (!isDue || version === null || said.current === version) return
    const say = () => {
      // A tab that was only opened behind another has shown it to nobody.
      if (document.visibilityState !== 'visible' || said.current === version) return
      said.current = version
      // Refused where it was recorded or ended meanwhile; where the line is cut, the next visit says it.
      void command(declaration.id, capacity, { do: 'silence.see', version })
    }
    say()
    document.addEventListener('visibilitychange', say)
    return () => document.removeEventListener('visibilitychange', say)
  }, [isDue, version, declaration.id, capacity])
}
