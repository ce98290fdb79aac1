import { plural } from './plural.ts'

const count = plural('en')

/** The projector in the hall. */
export const screen = {
  title: 'The screen in the hall',
  nothing: 'The desk has not put a clause on the screen yet.',
  struck: 'This clause is struck.',
  more: (n: number) => count(n, { one: 'and # more', other: 'and # more' }),
  dark: 'Dark',
  light: 'Light',
  full: 'Whole screen',
  put: 'Put on the screen',
  isOn: 'On the screen',
  done: 'The hall sees it now.',
  open: 'Open the screen',
}
