import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../../design/plain/Button.tsx'
import { useFileWords } from './useFileWords.ts'

export interface ChooseFileProps {
  readonly isFirst: boolean
  readonly onChoose: (file: File) => void
}

/** From a folder, or dropped from one. */
export function ChooseFile({ isFirst, onChoose }: ChooseFileProps) {
  const file = useFileWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const label = isFirst ? file.choose : file.another
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files.item(0)
    if (dropped) onChoose(dropped)
  }
  return (
    <fieldset
      className="file-choose no-print"
      aria-label={label}
      data-drop-target={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept=".docx"
        hidden
        onChange={({ target }) => {
          const chosen = target.files?.item(0)
          if (chosen) onChoose(chosen)
          // The same file again, saved once more, is another.
          target.value = ''
        }}
      />
      <Button kind={isFirst ? 'primary' : 'secondary'} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <span className="file-drop muted small">{file.drop}</span>
    </fieldset>
  )
}
