import type { ReactNode } from 'react'
import type { Failure } from '../../api/failure.ts'
import { useMessages } from '../../i18n.tsx'
import { useConfirming } from '../confirming.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What will happen, shown before it happens. */
  readonly children: ReactNode
  /** Names the deed: "Accept FRA-2", never "OK". */
  readonly confirm: string
  readonly danger?: boolean
  readonly size?: 'narrow' | 'wide'
  readonly isDisabled?: boolean
  /** The dialog closes on success and shows a failure in its words. */
  readonly onConfirm: () => Promise<Failure | null>
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, children, confirm, danger, size = 'narrow', isDisabled, onConfirm } = props
  const { common } = useMessages()
  const { failure, pending, close, perform } = useConfirming(onConfirm, onClose)
  const actions = (
    <>
      <Button kind="quiet" onPress={close}>
        {common.cancel}
      </Button>
      <Button
        kind={danger ? 'danger' : 'primary'}
        isPending={pending}
        isDisabled={isDisabled ?? false}
        onPress={perform}
      >
        {confirm}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} size={size} actions={actions}>
      {children}
      {failure ? <Problem failure={failure} /> : null}
    </Dialog>
  )
}
