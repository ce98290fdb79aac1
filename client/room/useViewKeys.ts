import { useEffect, useState } from 'react'

/** The four ways to read the text, each with its key: 1 to 4. */
export const SHOWN = ['text', 'draft', 'compilation', 'amended'] as const
export type Shown = (typeof SHOWN)[number]

/** Digits choose the view; while one is typing, Alt with the digit does. */
export function useViewKeys(): readonly [Shown, (shown: Shown) => void] {
  const [shown, show] = useState<Shown>('draft')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented) return
      const digit = /^Digit([1-4])$/.exec(event.code)?.[1]
      const next = SHOWN[Number(digit) - 1]
      if (!next || (isTyping(event.target) && !event.altKey)) return
      event.preventDefault()
      show(next)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return [shown, show]
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
