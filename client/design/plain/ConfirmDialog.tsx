import { useId, useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../i18n.tsx'
import { type ConfirmDialogProps, useConfirming } from '../confirming.ts'
import '../parts/Dialog.css'
import { Problem } from '../parts/Problem.tsx'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'

/** The browser's own dialog: it keeps the focus within, and gives it back where it came from. */
export const ConfirmDialog = ({ isOpen, ...props }: ConfirmDialogProps) =>
  isOpen ? <Opened {...props} /> : null

function Opened(props: Omit<ConfirmDialogProps, 'isOpen'>) {
  const { title, onClose, children, confirm, danger, onConfirm } = props
  const { common } = useMessages()
  const { failure, pending, close, perform } = useConfirming(onConfirm, onClose)
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className="dialog-frame"
      aria-labelledby={id}
      onCancel={(event) => {
        // Whoever closes it is the page: it knows what it showed.
        event.preventDefault()
        close()
      }}
    >
      <div className="dialog">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={common.close} onPress={close} />
        </header>
        <div className="dialog-body">
          {children}
          {failure ? <Problem failure={failure} /> : null}
        </div>
        <footer className="dialog-actions">
          <Button kind="quiet" onPress={close}>
            {common.cancel}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} isPending={pending} onPress={perform}>
            {confirm}
          </Button>
        </footer>
      </div>
    </dialog>
  )
}
