/** Strokes on a grid of 20, in the colour of the words beside them. */
const STROKES = {
  add: 'M10 4v12M4 10h12',
  check: 'm4.500 10.500 3.500 3.500 7.500-8',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5 5 10 10M15 5 5 15',
  comment: 'M4 4.500h12v8.500H9.500L6 16v-3H4z',
  copy: 'M7 7V4h9v9h-3M4 7h9v9H4z',
  drafts: 'M6 6.500V3.500h10.500V14H13.500M3.500 6.500h10v10h-10z',
  download: 'M10 3v9m-3.500-3.500L10 12l3.500-3.500M4 16h12',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  next: 'M5 5v10l7-5zM14 5v10',
  previous: 'M15 5v10l-7-5zM6 5v10',
  print: 'M6 8V3.500h8V8M6 14H3.500V8h13v6H14M6 11.500h8v5H6z',
  screen: 'M3 4h14v9H3zM10 13v3.500M6.500 16.500h7',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10Zm3.700-1.300L16.500 16.500',
  warning: 'M10 3.500 17 16H3zM10 8.500v3.500m0 2v.01',
  keys: 'M3 5.500h14v9H3zM6 8.500h.01M8.700 8.500h.01M11.300 8.500h.01M14 8.500h.01M7 11.800h6',
  lock: 'M5.500 9h9v7h-9zM7 9V7a3 3 0 0 1 6 0v2',
  people:
    'M7.500 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM3 16c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4m.500-11.300a2.500 2.500 0 0 1 0 4.600M14 12.300c1.800.500 3 1.800 3 3.700',
  history: 'M4 10a6 6 0 1 1 1.800 4.300M4 14.500v-3.500h3.500M10 7v3.500l2.500 1.500',
} as const

export type IconName = keyof typeof STROKES

/** Decoration only: the label stands beside it or on the button that holds it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path
        d={STROKES[name]}
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.4 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
