import { useState } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { issuing } from '../../../shared/moment.ts'
import { may } from '../../../shared/policy.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacity } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'
import { grouped } from './grouped.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import type { Compared } from './useComparison.ts'
import type { Kept } from './usePast.ts'
import { VersionItem } from './VersionItem.tsx'

export interface VersionListProps {
  readonly view: RoomView
  readonly kept: Kept
  readonly comparison: Compared
}

/** The versions, newest first; those that nobody issued stand together, quietly, between those that somebody did. */
export function VersionList({ view, kept, comparison }: VersionListProps) {
  const { versions } = useMessages()
  const { role } = useCapacity()
  const { record } = view
  const [restoring, restore] = useState<VersionHead | null>(null)
  const mayRestore = may(role, 'version.restore', record.stage)
  const item = (version: VersionHead) => (
    <VersionItem
      key={version.number}
      {...{ record, version, comparison }}
      act={actOf(kept.acts, version)}
      onRestore={mayRestore ? () => restore(version) : null}
    />
  )
  return (
    <section className="version-list" aria-labelledby="versions-title">
      <h2 id="versions-title">{versions.list}</h2>
      <ol reversed>
        {grouped(record.versions).map((group) =>
          group.is === 'issued' ? (
            item(group.version)
          ) : (
            <li key={group.versions[0].number} className="version-group">
              <details>
                <summary>{versions.automatic(group.versions.length)}</summary>
                <ol reversed>{group.versions.map(item)}</ol>
              </details>
            </li>
          ),
        )}
      </ol>
      {restoring ? (
        <RestoreDialog {...{ view, kept }} version={restoring} onClose={() => restore(null)} />
      ) : null}
    </section>
  )
}

const actOf = (acts: readonly Act[], { number }: VersionHead): number | null => issuing(acts, number)
