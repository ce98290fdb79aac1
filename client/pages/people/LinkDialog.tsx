import type { Accredited } from '../../../shared/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { Button } from '../../design/parts/Button.tsx'
import { CopyButton } from '../../design/parts/CopyButton.tsx'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { useMessages } from '../../i18n.tsx'

export interface LinkDialogProps {
  readonly link: Accredited | null
  readonly onClose: () => void
}

/** The one time that a sign-in link is shown. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  const { people } = useMessages()
  const nameOf = useCapacityName()
  return (
    <Dialog
      title={people.linkTitle}
      isOpen={link !== null}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {people.done}
          </Button>
          {link ? <CopyButton kind="primary" label={people.copyLink} text={link.url} /> : null}
        </>
      }
    >
      {link ? (
        <>
          <p>{people.linkFor(link.capacity.name, nameOf(link.capacity))}</p>
          <p className="sign-in-link" dir="ltr">
            <code>{link.url}</code>
          </p>
          <p className="muted">{people.linkOnce}</p>
        </>
      ) : null}
    </Dialog>
  )
}
