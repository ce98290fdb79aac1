import { DropZone, FileTrigger } from 'react-aria-components'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'

export interface ChooseFileProps {
  readonly isFirst: boolean
  readonly onChoose: (file: File) => void
}

/** From a folder, or dropped from one. */
export function ChooseFile({ isFirst, onChoose }: ChooseFileProps) {
  const { file } = useMessages()
  const label = isFirst ? file.choose : file.another
  return (
    <DropZone
      className="file-choose no-print"
      aria-label={label}
      onDrop={async ({ items }) => {
        const dropped = items.find((it) => it.kind === 'file')
        if (dropped) onChoose(await dropped.getFile())
      }}
    >
      <FileTrigger
        acceptedFileTypes={['.docx']}
        onSelect={(list) => {
          const chosen = list?.item(0)
          if (chosen) onChoose(chosen)
        }}
      >
        <Button kind={isFirst ? 'primary' : 'secondary'}>{label}</Button>
      </FileTrigger>
      <span className="file-drop muted small">{file.drop}</span>
    </DropZone>
  )
}
