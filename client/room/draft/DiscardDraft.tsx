import { memo, useState } from 'react'
import type { Draft } from '../../../shared/record.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

export const DiscardDraft = memo(function DiscardDraft({ draft }: { readonly draft: Draft }) {
  const { perform, may } = useFloor()
  const announce = useAnnounce()
  const { bar } = useMessages().room
  const [asking, ask] = useState(false)
  if (!may('draft.discard')) return null
  return (
    <>
      <Button size="small" onPress={() => ask(true)}>
        {bar.discard}
      </Button>
      <ConfirmDialog
        title={bar.discardTitle}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={bar.discard}
        danger
        onConfirm={async () => {
          const answer = await perform({ do: 'draft.discard', draft: draft.id })
          if (isFailure(answer)) return answer
          announce(bar.discarded)
          return null
        }}
      >
        <p>{bar.discardHint}</p>
      </ConfirmDialog>
    </>
  )
})
