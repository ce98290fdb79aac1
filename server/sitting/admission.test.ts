import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Move, moveKey, movesRoot, writeMove } from '../../shared/moves.ts'
import { elementsOf, newBlock, textRoot, wordsOf } from '../../shared/text.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'

const words = (doc: Y.Doc, index: number): Y.XmlText => {
  const element = elementsOf(doc)[index]
  const text = element ? wordsOf(element) : null
  if (!text) throw new Error('no such block')
  return text
}
const block = (doc: Y.Doc, index: number): Y.XmlElement => elementsOf(doc)[index] ?? new Y.XmlElement()
const clause = (id: string) => newBlock({ id, kind: 'clause', text: 'New' })

const moved = (doc: Y.Doc, move: Partial<Move> & Pick<Move, 'clause' | 'after'>) =>
  writeMove(doc, { key: moveKey(doc.clientID, 1), turn: 1, ...move })

/** What France's tab does to its draft, and what the server says to it. */
async function attempt(change: (doc: Y.Doc) => void) {
  const chamber = await Chamber.open()
  const { id, doc } = await chamber.as('FRA').draft()
  const before = must(await chamber.sitting.look((_, { drafts }) => drafts.get(id)?.toJSON()))
  const answer = await chamber.as('FRA').write(id, doc, () => change(doc))
  const after = must(await chamber.sitting.look((_, { drafts }) => drafts.get(id)?.toJSON()))
  if (answer) expect(after).toEqual(before)
  else expect(after).not.toEqual(before)
  return answer?.refused ?? 'admitted'
}

describe('[P3] what an update may do to a draft', () => {
  const honest: { [what: string]: (doc: Y.Doc) => void } = {
    'words typed': (doc) => words(doc, 1).insert(0, 'Tous '),
    'words deleted': (doc) => words(doc, 1).delete(0, 5),
    'a clause emptied': (doc) => words(doc, 1).delete(0, words(doc, 1).length),
    'a clause added': (doc) => textRoot(doc).insert(2, [clause('mine')]),
    'an emoji': (doc) => words(doc, 1).insert(0, '😀'),
    'a clause moved': (doc) => moved(doc, { clause: 'c1', after: 'c2' }),
    'a clause moved first of all': (doc) => moved(doc, { clause: 'c1', after: null }),
    'a clause moved, and put back, and moved again': (doc) => {
      const undo = new Y.UndoManager(movesRoot(doc))
      moved(doc, { clause: 'c1', after: 'c2' })
      undo.undo()
      undo.redo()
    },
    'a clause added and moved': (doc) => {
      textRoot(doc).insert(2, [clause('mine')])
      moved(doc, { clause: 'mine', after: 'c2' })
    },
  }
  for (const [what, change] of Object.entries(honest)) {
    test(`${what}: admitted`, async () => expect(await attempt(change)).toBe('admitted'))
  }

  const hostile: { [what: string]: (doc: Y.Doc) => void } = {
    'another root': (doc) => doc.getMap('record').set('stage', 'final'),
    'bold words': (doc) => words(doc, 1).format(0, 4, { strong: {} }),
    'an embedded object': (doc) => words(doc, 1).insertEmbed(0, { x: 1 }),
    'an unknown kind of block': (doc) => textRoot(doc).insert(1, [new Y.XmlElement('script')]),
    'a block in a block': (doc) => block(doc, 1).insert(1, [new Y.XmlElement('clause')]),
    'a second text in a block': (doc) => block(doc, 1).insert(1, [new Y.XmlText('x')]),
    'words outside of any block': (doc) => textRoot(doc).insert(0, [new Y.XmlText('x')]),
    'another attribute': (doc) => block(doc, 1).setAttribute('label', '9'),
    'the id of a clause of the text changed': (doc) => block(doc, 1).setAttribute('id', 'zz'),
    'the id of a clause of the text removed': (doc) => block(doc, 1).removeAttribute('id'),
    'a clause of the text deleted': (doc) => textRoot(doc).delete(1, 1),
    'the words of a clause deleted as a whole': (doc) => block(doc, 1).delete(0, 1),
    'an id that is taken': (doc) => textRoot(doc).insert(1, [clause('c1')]),
    'a block without an id': (doc) => textRoot(doc).insert(1, [new Y.XmlElement('clause')]),
    'a second title': (doc) => textRoot(doc).insert(1, [newBlock({ id: 't2', kind: 'title', text: 'x' })]),
    'more words than a declaration has': (doc) => words(doc, 1).insert(0, 'x'.repeat(19_999).repeat(4)),
    'control characters': (doc) => words(doc, 1).insert(0, 'a\u0000b'),
    'half an emoji': (doc) => words(doc, 1).insert(0, '\ud83d'),
    'a document in the words': (doc) => words(doc, 1).insertEmbed(0, new Y.Doc()),
    'an attribute of the words': (doc) => words(doc, 1).setAttribute('lang', 'fr'),
    'the title moved': (doc) => moved(doc, { clause: 'title', after: 'c1' }),
    'a move that claims to be of the text': (doc) => moved(doc, { clause: 'c1', after: 'c2', turn: 0 }),
    'a move under the name of another': (doc) => moved(doc, { key: 'm9999-1', clause: 'c1', after: 'c2' }),
    'a move that is none': (doc) => movesRoot(doc).set(moveKey(doc.clientID, 1), 'c1'),
    'a move that says more than a move': (doc) =>
      movesRoot(doc).set(moveKey(doc.clientID, 1), { clause: 'c1', after: 'c2', turn: 1, by: 'FRA' }),
    'a document in the place of a move': (doc) =>
      movesRoot(doc).set(moveKey(doc.clientID, 1), new Y.Map([['clause', 'c1']])),
  }
  for (const [what, change] of Object.entries(hostile)) {
    test(`${what}: refused whole, and the draft stays as it was`, async () => {
      expect(await attempt(change)).toMatch(/^update\//)
    })
  }

  test('moves that were made and taken back under one key, of which Yjs makes one, are taken in', async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    const before = Y.encodeStateVector(doc)
    for (const _ of [1, 2]) {
      moved(doc, { clause: 'c1', after: 'c2' })
      movesRoot(doc).delete(moveKey(doc.clientID, 1))
    }
    const update = Y.encodeStateAsUpdate(doc, before)
    expect(Y.decodeUpdate(update).structs.map(({ length }) => length)).toEqual([2])
    expect(await chamber.sitting.write(id, update, chamber.as('FRA').actor)).toBeNull()
  })

  test('an update that waits for another, or deletes what nobody has written yet, is refused', async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    words(doc, 1).insert(0, 'ab')
    const later = await chamber.as('FRA').write(id, doc, () => words(doc, 1).insert(9, 'cd'))
    expect(later).toMatchObject({ refused: 'update/pending' })
    const typed = Y.encodeStateVector(doc)
    words(doc, 1).delete(0, 1)
    const deletes = await chamber.sitting.write(
      id,
      Y.encodeStateAsUpdate(doc, typed),
      chamber.as('FRA').actor,
    )
    expect(deletes).toMatchObject({ refused: 'update/pending' })
  })

  test('bytes that are no update, or claim to be a huge one, are refused', async () => {
    const chamber = await Chamber.open()
    const { id } = await chamber.as('FRA').draft()
    const huge = new Uint8Array([1, 0xff, 0xff, 0xff, 0x7f, 1, 0])
    for (const bytes of [new Uint8Array([9, 9, 9]), huge, new Uint8Array(), new Uint8Array(70_000)]) {
      const answer = await chamber.sitting.write(id, bytes, chamber.as('FRA').actor)
      expect(answer?.refused).toMatch(/^update\//)
    }
  })
})

describe('[P2] who holds a pen', () => {
  test('a tab writes with the pen that it was given, and with no other', async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    doc.clientID = 4242
    const answer = await chamber.as('FRA').write(id, doc, () => replace(doc, 'c1', 'central', 'majeur'))
    expect(answer).toMatchObject({ refused: 'update/foreign-pen' })
  })

  test("a pen given for one draft, or to somebody else, doesn't write in another", async () => {
    const chamber = await Chamber.open()
    const [france, brazil] = [chamber.as('FRA'), chamber.as('BRA')]
    const { id: theirs } = await brazil.draft()
    const { doc } = await france.draft()
    const forked = new Y.Doc({ gc: false })
    Y.applyUpdate(
      forked,
      must(await chamber.sitting.look((_, { drafts }) => Y.encodeStateAsUpdate(drafts.get(theirs) ?? doc))),
    )
    forked.clientID = doc.clientID
    const answer = await brazil.write(theirs, forked, () => replace(forked, 'c1', 'central', 'majeur'))
    expect(answer).toMatchObject({ refused: 'update/foreign-pen' })
  })

  test("[P1] a delegation can't write another's draft", async () => {
    const chamber = await Chamber.open()
    const { id, doc } = await chamber.as('FRA').draft()
    const before = Y.encodeStateVector(doc)
    replace(doc, 'c1', 'central', 'majeur')
    const update = Y.encodeStateAsUpdate(doc, before)
    const answer = await chamber.sitting.write(id, update, chamber.as('BRA').actor)
    expect(answer).toMatchObject({ refused: 'draft/not-a-member' })
  })

  test('words typed before the line broke are admitted from a new tab of the same person', async () => {
    const chamber = await Chamber.open()
    const france = chamber.as('FRA')
    const { id, doc } = await france.draft()
    replace(doc, 'c1', 'central', 'majeur')
    const tab = await france.tab(id)
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(doc))
    const answer = await chamber.sitting.write(id, Y.encodeStateAsUpdate(tab), france.actor)
    expect(answer).toBeNull()
  })
})
