import { expect, test } from 'vitest'
import { Chamber, DECLARATION, must } from '../../tests/support/chamber.ts'

test('a declaration that nobody has open is closed when it is idle, and opens again with all that it held', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').type('c2', 'la menace', 'le danger')
  const record = await chamber.record()
  await chamber.sittings.closeIdle(0)
  const again = must(await chamber.sittings.open(DECLARATION.id))
  expect(again).not.toBe(chamber.sitting)
  expect(must(await again.look((it) => it))).toEqual(record)
})

test('a declaration that somebody has open stays', async () => {
  const chamber = await Chamber.open()
  const leave = chamber.sitting.listen({
    hall: () => {},
    draft: () => {},
    draftClosed: () => {},
    draftsChanged: () => {},
    notesChanged: () => {},
    broken: () => {},
  })
  await chamber.sittings.closeIdle(0)
  expect(must(await chamber.sittings.open(DECLARATION.id))).toBe(chamber.sitting)
  leave()
})

test('a declaration can be read while the disk takes nothing, and is written again when it does', async () => {
  const chamber = await Chamber.open()
  chamber.archive.fail(true)
  const comment = { do: 'comment.make' as const, on: { clause: 'c1' }, words: 'Oui.' }
  expect(await chamber.as('FRA').try(comment)).toMatchObject({ refused: 'server/disk' })
  const again = must(await chamber.sittings.open(DECLARATION.id))
  expect(must(await again.look((record) => record.stage))).toBe('drafting')
  chamber.archive.fail(false)
  const opened = must(await chamber.sittings.open(DECLARATION.id))
  expect(
    await opened.perform(
      { ...comment, on: { clause: 'c1', quote: null, at: null } },
      chamber.as('FRA').actor,
    ),
  ).toMatchObject({
    thread: 't1',
  })
})
