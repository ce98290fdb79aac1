import { type ReactNode, useState } from 'react'
import type { Failure } from '../api/failure.ts'

export interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What will happen, shown before it happens. */
  readonly children: ReactNode
  /** Names the deed: "Accept FRA-2", never "OK". */
  readonly confirm: string
  readonly danger?: boolean
  /** The dialog closes on success and shows a failure in its words. */
  readonly onConfirm: () => Promise<Failure | null>
}

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
