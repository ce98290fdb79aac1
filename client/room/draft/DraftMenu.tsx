import { memo } from 'react'
import type { Draft } from '../../../shared/record.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Menu } from '../../design/parts/Menu.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'
import type { MyDraft } from './useMyDraft.ts'

/** One's other drafts, and a way to begin one more. */
export const DraftMenu = memo(function DraftMenu(mine: Pick<MyDraft, 'id' | 'all' | 'choose'>) {
  const { performAndTell, may } = useFloor()
  const { room, compromise } = useMessages()
  const { bar } = room
  const nameOf = ({ id, kind, from, revises }: Pick<Draft, 'id' | 'kind' | 'from' | 'revises'>) => {
    if (revises) return bar.revising(spoken(revises))
    if (kind === 'compromise') return compromise.draft(from.map(spoken).join(', '))
    return kind === 'consolidation' ? bar.consolidation : bar.draft(id.slice(1))
  }
  const another = async () => {
    const answer = await performAndTell({ do: 'draft.open', another: true }, '')
    if (answer?.draft !== undefined) mine.choose(answer.draft)
  }
  if (mine.all.length < 2 && !may('draft.open')) return null
  return (
    <Menu
      label={bar.drafts}
      selected={mine.id ?? ''}
      trigger={
        <Button size="small" kind="quiet">
          <Icon name="drafts" />
          <span className="draft-tool-words">{bar.drafts}</span>
          <Icon name="chevron" />
        </Button>
      }
      entries={[
        ...mine.all.map(({ id, kind, from, revises, delegation }) => ({
          id,
          name: nameOf({ id, kind, from, revises }),
          detail: delegation,
          onAction: () => mine.choose(id),
        })),
        ...(may('draft.open') ? [{ id: 'another', name: bar.another, onAction: another }] : []),
      ]}
    />
  )
})
