import type { LostChange } from '../../../shared/found.ts'
import { CopyButton } from '../../design/parts/CopyButton.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFileWords } from './useFileWords.ts'

export interface LostChangesProps {
  readonly lost: readonly LostChange[]
  readonly language: string
}

/** Nothing that somebody wrote is lost: what has no place is handed back in words. */
export function LostChanges({ lost, language }: LostChangesProps) {
  const file = useFileWords()
  const { common } = useMessages()
  if (lost.length === 0) return null
  return (
    <section className="file-part" aria-label={file.lost}>
      <h2>{file.lost}</h2>
      <p className="muted small">{file.lostHelp}</p>
      <ul className="file-list">
        {lost.map(({ what, label, was, insert, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was lost has no other name, and stays as it is
          <li key={index} className="file-comment">
            <strong>{why === 'beside' ? file.beside : label ? common.clause(label) : common.title}</strong>
            <p className="file-words" lang={language} dir="auto">
              {what === 'move' ? was : null}
              {what === 'words' && was ? <del>{was}</del> : null} {insert ? <ins>{insert}</ins> : null}
            </p>
            <p className="small">{what === 'move' ? file.moveLost : file.why[why]}</p>
            {insert ? <CopyButton text={insert} label={common.copy} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
