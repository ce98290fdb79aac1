/** What a key does in the room. One table: the listener obeys it, and the help sheet reads it out. */
export const ROOM_KEYS = [
  { does: 'help', code: 'Slash', shift: true, shown: '?' },
  { does: 'find', code: 'Slash', shift: false, shown: '/' },
  { does: 'next clause', code: 'KeyJ', shift: false, shown: 'J' },
  { does: 'previous clause', code: 'KeyK', shift: false, shown: 'K' },
  { does: 'next change', code: 'KeyN', shift: false, shown: 'N' },
  { does: 'for you', code: 'KeyG', shift: false, shown: 'G' },
  { does: 'write', code: 'KeyE', shift: false, shown: 'E' },
  { does: 'amendments', code: 'KeyA', shift: false, shown: 'A' },
  { does: 'comment', code: 'KeyC', shift: false, shown: 'C' },
  { does: 'table', code: 'KeyT', shift: false, shown: 'T' },
] as const

export type RoomDeed = (typeof ROOM_KEYS)[number]['does']

export interface Press {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export interface Circumstances {
  /** Words are being written: letters are words, and only with Alt anything else. */
  readonly isTyping: boolean
  /** The person wants letters alone to do nothing (WCAG 2.1.4): speech input and some hands press them by chance. */
  readonly areSingleKeysOff: boolean
}

/** What the press asks for; null where it means something to the field, the browser or the screen reader. */
export function deedOfPress(press: Press, { isTyping, areSingleKeysOff }: Circumstances): RoomDeed | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = press
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && code === 'KeyF') return 'find'
  if (ctrlKey || metaKey) return null
  if (!altKey && (isTyping || areSingleKeysOff)) return null
  // By sign where there is one, wherever a layout has it; by place for letters, as with Alt they are other signs.
  if (!altKey && key === '?') return 'help'
  if (!altKey && key === '/') return 'find'
  const found = ROOM_KEYS.find((it) => it.code === code && it.shift === shiftKey)
  if (!found || (!altKey && found.code === 'Slash')) return null
  return found.does
}

export const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
