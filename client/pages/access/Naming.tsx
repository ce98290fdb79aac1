import { useCapacity } from '../../api/session.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { useMessages } from '../../i18n.tsx'
import { useNaming } from '../../sync/naming.ts'

/** An observer's wish to be named. */
export function Naming() {
  const { naming } = useMessages().access
  const { id } = useCapacity()
  const [isNamed, setNamed] = useNaming(id)
  return (
    <section className="access-part">
      <h2>{naming.title}</h2>
      <p className="muted">{naming.lead}</p>
      <Checkbox isSelected={isNamed} onChange={setNamed}>
        {naming.wish}
      </Checkbox>
    </section>
  )
}
