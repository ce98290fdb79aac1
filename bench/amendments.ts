import * as Y from 'yjs'
import { MESSAGE } from '../shared/protocol.ts'
import { elementsOf, newTextDoc, wordsOf } from '../shared/text.ts'
import type { Conference, Person } from './conference.ts'
import { DECLARATION } from './declaration.ts'
import { connected, inGroups } from './join.ts'
import { PLAIN } from './wire.ts'

/** Tables so many amendments, as delegates do: a draft, some words in it, a reason. */
export async function table(
  port: number,
  conference: Conference,
  people: readonly Person[],
  count: number,
): Promise<void> {
  // One at a time for each person: who opens a draft while another is unfinished gets that one.
  const perPerson = Math.ceil(count / people.length)
  await inGroups(people.length, 8, async (nth) => {
    const person = people[nth]
    const own = Math.min(perPerson, count - nth * perPerson)
    for (let i = 0; person && i < own; i++) await tableOne(port, conference, person, nth * perPerson + i)
  })
}

async function tableOne(port: number, conference: Conference, person: Person, nth: number): Promise<void> {
  const { draft = '' } = await conference.perform(person, { do: 'draft.open' })
  const pen = await conference.pen(person, draft)
  const path = `/sync/${DECLARATION.id}/drafts/${draft}?as=${person.capacity}`
  const { line, state } = await connected({ port, wire: PLAIN }, { path, headers: { Cookie: person.cookie } })
  const isSaved = new Promise<void>((saved) => {
    // Ours is the second message that counts, after the answer to the server's question.
    line.listener = ([type, count = 0]) => {
      if (type === MESSAGE.saved && count >= 2) saved()
    }
  })
  line.send(PLAIN.update(edited(state, pen, nth)))
  await isSaved
  line.close()
  await conference.perform(person, {
    do: 'amendment.table',
    draft,
    reason: `For the reasons given (${nth}).`,
  })
}

/** Words put in between two words of a clause, or in the place of one. */
function edited(state: Uint8Array, pen: number, nth: number): Uint8Array {
  const doc = newTextDoc()
  Y.applyUpdate(doc, state)
  doc.clientID = pen
  const clauses = elementsOf(doc)
    .flatMap((element) => wordsOf(element) ?? [])
    .slice(1)
  const words = clauses[nth % clauses.length]
  const text = words?.toString() ?? ''
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index)
  const place = Math.floor(nth / clauses.length) % (spaces.length - 1)
  const [from = 0, to = 0] = spaces.slice(place, place + 2)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    if (nth % 3 === 0) words?.delete(from, to - from)
    words?.insert(from, ` and further words of proposal ${nth}`)
  })
  return Y.encodeStateAsUpdate(doc, before)
}
