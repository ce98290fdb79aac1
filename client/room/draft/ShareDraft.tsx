import { memo, useState } from 'react'
import { inOrder, nameIn } from '../../../shared/delegation.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import type { Draft, Sharing } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { RadioGroup } from '../../design/parts/RadioGroup.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { useLanguage, useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** Who sees the draft, and who writes in it too. */
export const ShareDraft = memo(function ShareDraft({ draft }: { readonly draft: Draft }) {
  const { performAndTell, may } = useFloor()
  const { bar } = useMessages().room
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
  if (!may('draft.share')) return null
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setOpen(true)}>
        <Icon name={sharing === 'live' ? 'people' : 'lock'} />
        <span className="draft-tool-words">{sharing === 'live' ? bar.live : bar.private}</span>
        {members.map((code) => (
          <DelegationChip key={code} code={code} />
        ))}
      </Button>
      <Dialog title={bar.sharing} isOpen={isOpen} onClose={() => setOpen(false)}>
        <div className="stack">
          <RadioGroup<Sharing>
            label={bar.sharing}
            labelHidden
            value={sharing}
            onChange={(next) => share({ sharing: next })}
            choices={[
              { id: 'live', name: bar.live, hint: bar.liveHint },
              { id: 'private', name: bar.private, hint: bar.privateHint },
            ]}
          />
          {draft.kind === 'amendment' ? (
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
  const { conference, nameOf } = useConference()
  const { language } = useLanguage()
  const { bar } = useMessages().room
  const others = inOrder(conference?.delegations ?? [], language).filter(
    ({ code, invited }) => invited && code !== draft.delegation && !draft.members.includes(code),
  )
  return (
    <section className="stack-tight">
      <h3>{bar.coDrafters}</h3>
      <p className="muted small">{bar.coDraftersHint}</p>
      {draft.members.length === 0 ? <p className="small">{bar.nobodyElse}</p> : null}
      <ul className="co-drafters">
        {draft.members.map((code) => (
          <li key={code} className="row">
            <DelegationChip code={code} show="name" />
            <IconButton
              icon="close"
              label={bar.removeCoDrafter(nameOf(code))}
              onPress={() => onChange(draft.members.filter((it) => it !== code))}
            />
          </li>
        ))}
      </ul>
      <Select
        label={bar.addCoDrafter}
        value={null}
        onChange={(code) => onChange([...draft.members, code])}
        options={others.map((it) => ({
          id: it.code,
          name: nameIn(it, language, it.code),
          mark: <Flag alpha2={it.alpha2} />,
        }))}
        placeholder={bar.addCoDrafter}
      />
    </section>
  )
}
