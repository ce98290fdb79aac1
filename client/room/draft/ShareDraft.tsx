import { memo, useState } from 'react'
import type { DelegationCode } from '../../../shared/ids.ts'
import type { Draft, Sharing } from '../../../shared/record.ts'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { RadioGroup } from '../../design/parts/RadioGroup.tsx'
import { useMessages } from '../../i18n.tsx'
import { DelegationPicker } from '../DelegationPicker.tsx'
import { useFloor } from '../floor.tsx'

/** Who sees the draft: the room as it grows, some delegations that write in it too, or one's own alone. */
type Circle = Sharing | 'named'

/** `naming`: the person is about to name delegations, and has named none yet. */
const circleOf = ({ sharing, members, kind }: Draft, naming: boolean): Circle =>
  sharing === 'private' && kind === 'amendment' && (members.length > 0 || naming) ? 'named' : sharing

/** Who sees the draft, and who writes in it too. */
export const ShareDraft = memo(function ShareDraft({ draft }: { readonly draft: Draft }) {
  const { performAndTell, may } = useFloor()
  const { room, amending } = useMessages()
  const { bar } = room
  const [naming, name] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const { sharing, members } = draft
  const share = (next: { sharing?: Sharing; members?: readonly DelegationCode[] }) =>
    performAndTell(
      {
        do: 'draft.share',
        draft: draft.id,
        sharing: next.sharing ?? sharing,
        members: [...(next.members ?? members)],
      },
      '',
    )
  const circle = circleOf(draft, naming)
  const choose = (next: Circle) => {
    name(next === 'named')
    if (next === 'live') share({ sharing: 'live' })
    else share({ sharing: 'private', members: next === 'private' ? [] : members })
  }
  if (!may('draft.share')) return null
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setOpen(true)}>
        <Icon name={sharing === 'live' ? 'people' : 'lock'} />
        <span className="draft-tool-words">{circle === 'named' ? amending.shareNamed : bar[circle]}</span>
        {members.map((code) => (
          <DelegationChip key={code} code={code} />
        ))}
      </Button>
      <Dialog title={bar.sharing} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="stack">
          <RadioGroup<Circle>
            label={bar.sharing}
            labelHidden
            value={circle}
            onChange={choose}
            choices={[
              { id: 'live', name: bar.live, hint: bar.liveHint },
              ...(draft.kind === 'amendment'
                ? [{ id: 'named' as const, name: amending.shareNamed, hint: amending.shareNamedHint }]
                : []),
              { id: 'private', name: bar.private, hint: bar.privateHint },
            ]}
          />
          {draft.kind === 'amendment' && circle !== 'private' ? (
            <CoDrafters draft={draft} onChange={(next) => share({ members: next })} />
          ) : null}
        </div>
      </Dialog>
    </>
  )
})

function CoDrafters(props: {
  readonly draft: Draft
  readonly onChange: (members: readonly DelegationCode[]) => void
}) {
  const { draft, onChange } = props
  const { bar } = useMessages().room
  return (
    <section className="stack-tight">
      <h3>{bar.coDrafters}</h3>
      <p className="muted small">{bar.coDraftersHint}</p>
      {draft.members.length === 0 ? <p className="small">{bar.nobodyElse}</p> : null}
      <DelegationPicker
        chosen={draft.members}
        without={[draft.delegation]}
        onChange={onChange}
        add={bar.addCoDrafter}
        remove={bar.removeCoDrafter}
      />
    </section>
  )
}
