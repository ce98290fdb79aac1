import { useCapacityName } from '../../api/capacity.ts'
import { useCapacity } from '../../api/session.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { useMessages } from '../../i18n.tsx'
import './Access.css'
import { Browsers } from './Browsers.tsx'
import { Naming } from './Naming.tsx'
import { Passkeys } from './Passkeys.tsx'

/** A person's own ways in, for the capacity in which this tab acts. */
export function AccessPage() {
  const { access } = useMessages()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  return (
    <Page title={access.title}>
      <div className="access">
        <PageHead title={access.title} lead={access.lead(nameOf(capacity))} />
        <Passkeys />
        <Browsers />
        {capacity.role === 'observer' ? <Naming /> : null}
      </div>
    </Page>
  )
}
