import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../design/parts/Button.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { nameOfProposal } from '../proposals.ts'
import { type Found, findIn } from './find.ts'
import './hands.css'
import { highlightFound } from './highlight.ts'

/** Finds words in the text and in what is proposed, and leads from place to place. */
export function FindBar({ onClose }: { readonly onClose: () => void }) {
  const { blocks, nameOf, select, open } = useFloor()
  const { proposals } = useProposed()
  const { hands, common } = useMessages()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const wanted = useDeferredValue(words)
  const found = useMemo(() => findIn(wanted, blocks, proposals), [wanted, blocks, proposals])
  const here = found[at]

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    // What has been opened is drawn first.
    const later = setTimeout(() => highlightFound(wanted, here ? placeOf(here) : null), 60)
    return () => clearTimeout(later)
  }, [wanted, here])
  useEffect(() => () => highlightFound('', null), [])

  const go = (to: number) => {
    const next = found[(to + found.length) % found.length]
    if (!next) return
    setAt(found.indexOf(next))
    select(next.clause)
    if (next.proposal) open(next.proposal)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1))
    else return
    event.preventDefault()
  }
  const proposal = proposals.find(({ id }) => id === here?.proposal)
  const where = here ? [nameOf(here.clause), proposal ? nameOfProposal(proposal) : ''].filter(Boolean) : []
  const count = words.trim() === '' ? '' : hands.found(found.length === 0 ? 0 : at + 1, found.length)
  return (
    <search className="find-bar no-print">
      <input
        ref={field}
        className="input"
        type="search"
        aria-label={hands.find}
        placeholder={hands.find}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <span className="find-where numeric" role="status">
        {[count, ...where].filter(Boolean).join(' · ')}
      </span>
      <Button size="small" kind="quiet" isDisabled={found.length === 0} onPress={() => go(at - 1)}>
        {hands.previous}
      </Button>
      <Button size="small" kind="quiet" isDisabled={found.length === 0} onPress={() => go(at + 1)}>
        {hands.next}
      </Button>
      <IconButton icon="close" label={common.close} onPress={onClose} />
    </search>
  )
}

const placeOf = ({ clause, proposal, nth }: Found) => ({
  within: proposal
    ? `[data-proposal-card="${CSS.escape(proposal)}"] .redline`
    : `.paper [data-block="${CSS.escape(clause)}"]`,
  nth,
})
