import type { Register } from './register.ts'

/**
 * Opens the meeting, once and for good, as a demonstration or in earnest; answers which of the two it is. A
 * meeting in earnest must never hand out demonstration links because a setting was forgotten at a later start.
 */
export const openMeeting = (register: Register, demonstration: boolean): Promise<boolean> =>
  register.change<boolean>((value) =>
    value.demonstration === null
      ? { value: { ...value, demonstration }, answer: demonstration }
      : { answer: value.demonstration },
  )
