import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { useMessages } from '../../i18n.tsx'
import './hands.css'
import { ROOM_KEYS } from './keys.ts'

export interface HelpSheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly areSingleKeysOff: boolean
  readonly setSingleKeysOff: (isOff: boolean) => void
}

/** What is done with a clause as a whole while one writes in it. */
const WITH_CLAUSES = ['add', 'move', 'strike', 'menu'] as const

/** All keys of the room, and a way to switch those of one letter off. */
export function HelpSheet({ isOpen, onClose, areSingleKeysOff, setSingleKeysOff }: HelpSheetProps) {
  const { hands, room, moving } = useMessages()
  const views = [room.views.text, room.views.draft, room.views.compilation, room.views.amended]
  return (
    <Dialog title={hands.help} isOpen={isOpen} onClose={onClose} size="wide">
      <div className="stack">
        <p>{hands.lead}</p>
        <dl className="key-list">
          {ROOM_KEYS.map(({ does, shown }) => (
            <Row key={does} keys={shown} says={hands.does[does]} />
          ))}
          {views.map((name, index) => (
            <Row key={name} keys={String(index + 1)} says={hands.view(name)} />
          ))}
        </dl>
        <h3>{hands.writing}</h3>
        <dl className="key-list">
          <Row keys={hands.keys.enter} says={hands.inText.enter} />
          {WITH_CLAUSES.map((what) => (
            <Row key={what} keys={moving.keys[what]} says={moving.does[what]} />
          ))}
          <Row keys={hands.keys.undo} says={hands.inText.undo} />
          <Row keys={hands.keys.redo} says={hands.inText.redo} />
          <Row keys={hands.keys.send} says={hands.inText.send} />
          <Row keys="@" says={hands.inText.mention} />
          <Row keys={hands.keys.leave} says={hands.inText.leave} />
        </dl>
        <Checkbox isSelected={areSingleKeysOff} onChange={setSingleKeysOff}>
          {hands.singleKeysOff}
        </Checkbox>
      </div>
    </Dialog>
  )
}

function Row({ keys, says }: { readonly keys: string; readonly says: string }) {
  return (
    <div className="key-row">
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{says}</dd>
    </div>
  )
}
