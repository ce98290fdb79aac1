import { useMessages } from '../../i18n.tsx'

/** How many matters wait: a number to see, a phrase to hear. */
export function Matters({ n }: { readonly n: number }) {
  const { follow } = useMessages()
  if (n === 0) return null
  return (
    <span className="pane-count">
      <span aria-hidden="true">{n}</span>
      <span className="visually-hidden">, {follow.matters(n)}</span>
    </span>
  )
}
