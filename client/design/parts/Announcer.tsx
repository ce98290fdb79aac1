import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { useMessages } from '../../i18n.tsx'
import { IconButton } from '../plain/IconButton.tsx'
import './Announcer.css'

/** News is of others' doing: it never stands in front of the answer to what one did oneself. */
export type Tone = 'done' | 'problem' | 'news'
export type Announce = (words: string, tone?: Tone) => void

interface Notice {
  readonly id: number
  readonly words: string
  readonly tone: Tone
}

const Announcing = createContext<Announce>(() => {})

/** Says in one line what was done: shown for a while, and spoken once. */
export const useAnnounce = (): Announce => useContext(Announcing)

const SHOWN_FOR = 7_000
const AT_ONCE = 3

export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const { common } = useMessages()
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const next = useRef(0)
  const dismiss = useCallback((id: number) => setNotices((all) => all.filter((it) => it.id !== id)), [])
  const announce = useCallback<Announce>(
    (words, tone = 'done') => {
      const id = next.current++
      setNotices((all) => inOrder([...all.slice(1 - AT_ONCE), { id, words, tone }]))
      // A problem stays until the person has read it and closes it.
      if (tone !== 'problem') setTimeout(() => dismiss(id), SHOWN_FOR)
    },
    [dismiss],
  )
  const list = useMemo(
    () =>
      notices.map(({ id, words, tone }) => (
        <div key={id} className={`notice notice-${tone}`}>
          <span>{words}</span>
          <IconButton icon="close" label={common.close} onPress={() => dismiss(id)} />
        </div>
      )),
    [notices, common, dismiss],
  )
  return (
    <Announcing value={announce}>
      {children}
      <div className="notices no-print" role="status" aria-live="polite">
        {list}
      </div>
    </Announcing>
  )
}

/** The last is nearest to the hand, and the only one that a phone shows. */
const inOrder = (all: readonly Notice[]): readonly Notice[] => [
  ...all.filter(({ tone }) => tone === 'news'),
  ...all.filter(({ tone }) => tone !== 'news'),
]
