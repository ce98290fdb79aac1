import { useMessages } from '../../i18n.tsx'
import { type ConfirmDialogProps, useConfirming } from '../confirming.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'

export interface AskingProps extends ConfirmDialogProps {
  readonly size?: 'narrow' | 'wide'
  readonly isDisabled?: boolean
}

export function ConfirmDialog(props: AskingProps) {
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
