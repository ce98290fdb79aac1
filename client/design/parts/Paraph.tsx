/** The flourish under a signature: our mark. */
export function Paraph() {
  return (
    <svg className="paraph" viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path d="M9 25C11 17 12.500 10.500 13.500 6.500c5-2.800 9.800-.8 9.300 3.600-.5 4.300-6.200 6.600-11 5.200" />
      <path d="M4 22.500c7.500 4.800 17 4.600 24-1.700" />
    </svg>
  )
}
