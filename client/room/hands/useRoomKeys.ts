import { useEffect, useRef, useState } from 'react'
import { deedOfPress, isTypingIn, type RoomDeed } from './keys.ts'

const KEPT_AS = 'paraph.singleKeys'

/** Listens for the keys of the room. Nothing happens behind an open dialog or menu. */
export function useRoomKeys(perform: (deed: RoomDeed) => void, areSingleKeysOff: boolean): void {
  const latest = useRef({ perform, areSingleKeysOff })
  latest.current = { perform, areSingleKeysOff }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isBehind(event.target)) return
      // Find, pressed in the room's own find, is the browser's.
      const inFind = event.target instanceof Element && event.target.closest('.find-bar') !== null
      const { areSingleKeysOff: off } = latest.current
      const deed = deedOfPress(event, { isTyping: isTypingIn(event.target), areSingleKeysOff: off })
      if (!deed || (deed === 'find' && inFind)) return
      event.preventDefault()
      latest.current.perform(deed)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const isBehind = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null

/** Whether letters alone do anything; kept on the device. */
export function useSingleKeys(): readonly [isOff: boolean, set: (isOff: boolean) => void] {
  const [isOff, setOff] = useState(() => localStorage.getItem(KEPT_AS) === 'off')
  const set = (next: boolean) => {
    localStorage.setItem(KEPT_AS, next ? 'off' : 'on')
    setOff(next)
  }
  return [isOff, set]
}
