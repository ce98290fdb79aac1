import '../parts/Choice.css'

/** The box of a choice that may be ticked: a tick stands in it where it is. */
export function Tick() {
  return (
    <span className="choice-box" aria-hidden="true">
      <svg viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <path d="m3.500 8.500 3 3 6-7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </span>
  )
}
