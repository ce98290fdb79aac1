import { memo } from 'react'
import { type Edits, movesOfText, touched } from '../../../shared/edits.ts'
import type { Draft } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Menu } from '../../design/parts/Menu.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'
import type { MyDraft } from './useMyDraft.ts'

export interface DraftMenuProps extends Pick<MyDraft, 'id' | 'all' | 'live' | 'choose'> {
  /** What the draft in the editor changes. */
  readonly edits: Edits
}

/** One's other drafts, told by what they change, and a way to begin one more. */
export const DraftMenu = memo(function DraftMenu(mine: DraftMenuProps) {
  const { performAndTell, may } = useFloor()
  const { room, compromise, amending } = useMessages()
  const detailOf = useDetail(mine)
  const { bar } = room
  const nameOf = ({ id, kind, from, revises, amends }: Draft) => {
    if (amends && !revises) return amending.yoursTo(spoken(amends.amendment))
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
        ...mine.all.map((draft) => ({
          id: draft.id,
          name: nameOf(draft),
          detail: detailOf(draft),
          onAction: () => mine.choose(draft.id),
        })),
        ...(may('draft.open') ? [{ id: 'another', name: bar.another, onAction: another }] : []),
      ]}
    />
  )
})

/** What a draft changes, who sees it, and whose it is. Of private ones only the one in the editor is known here. */
function useDetail({ id, live, edits }: DraftMenuProps): (draft: Draft) => string {
  const { nameOf: nameOfClause, capacity } = useFloor()
  const { nameOf } = useConference()
  const { room, amending } = useMessages()
  return (draft) => {
    const known = draft.id === id ? edits : live[draft.id]
    const count = known ? known.hunks.length + known.added.length + movesOfText(known).length : 0
    const clauses = known ? [...touched(known)].map(nameOfClause).join(', ') : ''
    const what = () => {
      if (count > 0) return room.bar.changes(count, clauses)
      return known || draft.sharing === 'live' ? amending.draftBlank : room.bar.private
    }
    return draft.delegation === capacity.delegation ? what() : `${nameOf(draft.delegation)} · ${what()}`
  }
}
