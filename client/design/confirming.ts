import { useState } from 'react'
import type { Failure } from '../api/failure.ts'

/** A deed that a dialog asks about: the dialog closes on success, and says why where there is none. */
export function useConfirming(onConfirm: () => Promise<Failure | null>, onClose: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pending, setPending] = useState(false)
  const close = () => {
    setFailure(null)
    onClose()
  }
  const perform = async () => {
    setPending(true)
    const failed = await onConfirm()
    setPending(false)
    setFailure(failed)
    if (!failed) onClose()
  }
  return { failure, pending, close, perform }
}
