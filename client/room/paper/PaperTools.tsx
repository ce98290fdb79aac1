import { type CopiedBlock, copiedPlain, copiedRich } from '../../../shared/copied.ts'
import type { Block } from '../../../shared/text.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Printed } from '../../design/parts/Printed.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import type { Only } from './useOnly.ts'

export interface PaperToolsProps {
  /** What this view is called, for the head of what is printed. */
  readonly name: string
  readonly only: Only
  /** What is shown, for taking it along. */
  readonly blocks: () => readonly CopiedBlock[]
}

/** To take along what one reads: copied, with its looks where they are wanted, or on paper; all of it or one clause. */
export function PaperTools({ name, only, blocks }: PaperToolsProps) {
  const { record, nameOf, selected, blocks: all } = useFloor()
  const { common, room } = useMessages()
  const announce = useAnnounce()
  const { language } = record.declaration
  const part = only.clause ? `${name} · ${nameOf(only.clause)}` : name
  const copy = async () => {
    const shown = blocks()
    await copyBoth(copiedPlain(shown), copiedRich(shown, language))
    announce(room.tools.copied(part))
  }
  return (
    <>
      <div className="paper-tools no-print" role="toolbar" aria-label={room.tools.label}>
        {selected ? (
          <Checkbox isSelected={only.clause !== null} onChange={only.narrow}>
            {room.tools.only(nameOf(selected))}
          </Checkbox>
        ) : null}
        <span className="paper-tools-take">
          <Button size="small" kind="quiet" onPress={copy}>
            <Icon name="copy" />
            {common.copy}
          </Button>
          <Button size="small" kind="quiet" onPress={() => print()}>
            <Icon name="print" />
            {common.print}
          </Button>
        </span>
      </div>
      <Printed record={record} what={part} {...(only.clause ? { title: titleIn(all) } : {})} />
    </>
  )
}

const titleIn = (blocks: readonly Block[]): string => blocks.find(({ kind }) => kind === 'title')?.text ?? ''

/** Whoever pastes takes what it understands. */
async function copyBoth(plain: string, rich: string): Promise<void> {
  const { clipboard } = navigator
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(plain)
  const as = (type: string, words: string) => [type, new Blob([words], { type })] as const
  await clipboard.write([
    new ClipboardItem(Object.fromEntries([as('text/plain', plain), as('text/html', rich)])),
  ])
}
