import type { Around, ProposalId } from './around.ts'
import type { Mark } from './marks.ts'

/** The small elements that stand among the words and are not words: nothing in them can be typed in. */

/** Whether the words before it end in a space, or there are none. */
export const isAfterSpace = (before: string): boolean => /^$|\s$/u.test(before)

type Of<K extends Mark['is']> = Extract<Mark, { readonly is: K }>

export function deletedGhost({ words }: Of<'deleted'>): HTMLElement {
  const ghost = element('del', 'ghost-deleted')
  ghost.textContent = words
  return ghost
}

/** `[FRA 2: le danger]`; `leads` where the space of the text stands before it and not behind. */
export function proposedGhost(
  { words, proposal, who }: Of<'proposed'>,
  around: Around,
  leads = false,
): HTMLElement {
  const ghost = element('span', proposalClass(leads ? 'ghost ghost-leads' : 'ghost', proposal, around))
  ghost.dataset['proposal'] = proposal
  ghost.title = around.say.proposedBy(who)
  const name = element('span', who.endsWith('…') ? 'ghost-who is-growing' : 'ghost-who')
  name.textContent = who
  const body = element('span', words === '' ? 'ghost-says' : 'ghost-words')
  body.textContent = words === '' ? around.say.deletes : words
  ghost.append('[', name, ' ', body, ']')
  return ghost
}

/** `[KEN 1: …]`, a clause that others would add. */
export function clauseGhost(text: string, proposal: ProposalId, who: string, around: Around): HTMLElement {
  const ghost = proposedGhost({ is: 'proposed', at: 0, words: text, proposal, who }, around)
  return inOwnLine(ghost)
}

export function inOwnLine(ghost: HTMLElement): HTMLElement {
  ghost.classList.add('ghost-clause')
  return ghost
}

/** `[KEN 1 Clause 5 moves here]`, or at its end, where it is to go. */
export function moveGhost(says: string, proposal: ProposalId, who: string, around: Around): HTMLElement {
  const ghost = proposedGhost({ is: 'proposed', at: 0, words: '', proposal, who }, around)
  const body = ghost.querySelector('.ghost-says')
  if (body) body.textContent = says
  return ghost
}

/** A quiet line between clauses: what one's own draft has moved. */
export function movedLine(says: string): HTMLElement {
  const line = element('div', 'moved-line')
  line.textContent = says
  return line
}

/** Opens what one can do with the clause. For the pointer: the keyboard has a key, and the panel a button. */
export function clauseHandle(clause: string, around: Around): HTMLElement {
  const handle = element('span', 'clause-handle no-print')
  handle.dataset['handle'] = clause
  handle.setAttribute('aria-hidden', 'true')
  handle.title = around.say.menu(clause)
  handle.textContent = '⋯'
  return handle
}

export function moreGhost({ count }: Of<'more'>, around: Around): HTMLElement {
  const ghost = element('span', 'ghost ghost-more')
  ghost.dataset['more'] = ''
  ghost.textContent = around.say.more(count)
  return ghost
}

/** The label in the margin and what else a clause says beside its words; not part of them for a reader. */
export function proposalClass(name: string, proposal: ProposalId, { opened }: Around): string {
  return opened === proposal ? `${name} is-open` : name
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.contentEditable = 'false'
  return made
}
