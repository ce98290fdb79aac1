import type * as Y from 'yjs'
import type { Edits, Hunk } from './edits.ts'
import type { AmendmentId } from './ids.ts'
import { type BlockItem, type Id, idAt, type Range, rangesBetween, Sight, walkBlocks } from './items.ts'
import type { Moment } from './moment.ts'
import { standing } from './standing.ts'
import { type State, sightOf } from './version.ts'

/**
 * The words of an earlier version again. Nothing is erased: it is an amendment of the text as it stands, and every word
 * that it takes out or brings back has an act. What had been taken out comes back as new characters, since nothing that
 * was deleted ever stands again by its old ids; `copies` names those that it repeats, so that their author stays known.
 *
 * Pending amendments keep their places by the ids of characters, as with any other change: those whose words it takes
 * out are overtaken, and those whose words were gone before stay so, though the same words stand there again.
 */
export function restoring(text: Y.Doc, version: State): Edits {
  const now = Sight.of(text)
  const then = sightOf(version)
  return { hunks: walkBlocks(text).flatMap((block) => hunksBack(block, now, then)), added: [] }
}

/** Of pending amendments, those that a restoration would leave without a place. */
export function losingTheirPlace(
  now: Moment,
  then: Moment,
  pending: readonly { readonly id: AmendmentId; readonly edits: Edits }[],
): AmendmentId[] {
  const sight = sightRestored(now.blocks, then.sight)
  return pending.filter(({ edits }) => standing(edits, sight) === 'overtaken').map(({ id }) => id)
}

/** Of what is known now: what stands and stood. What comes back are new characters, which nothing pending hangs on. */
function sightRestored(blocks: readonly BlockItem[], then: Sight): Sight {
  const found = blocks.flatMap(({ item, deleted, runs }): [Range, boolean][] => [
    [[item[0], item[1], 1], !deleted],
    ...runs.flatMap((run) =>
      then
        .pieces([run.client, run.clock, run.text.length])
        .map(({ offset, length, presence }): [Range, boolean] => [
          [run.client, run.clock + offset, length],
          !run.deleted && presence === 'stands',
        ]),
    ),
  ])
  return Sight.from(found)
}

/** Where one change begins, and what it takes out and brings back so far. */
interface Open {
  readonly from: number
  to: number
  insert: string
  readonly copied: Range[]
}

function hunksBack({ id: clause, runs }: BlockItem, now: Sight, then: Sight): Hunk[] {
  const row: Range[] = []
  let was = ''
  const done: Open[] = []
  let open: Open | null = null
  for (const run of runs) {
    // Characters are looked at one by one: clauses are short, and a restoration is rare.
    for (let at = 0; at < run.text.length; at++) {
      const id: Id = [run.client, run.clock + at]
      const stands = now.presence(id) === 'stands'
      const stood = then.presence(id) === 'stands'
      if (stands && stood && open) {
        done.push(open)
        open = null
      }
      if (stands !== stood) open ??= { from: was.length, to: was.length, insert: '', copied: [] }
      if (stood && !stands && open) {
        open.insert += run.text.charAt(at)
        open.copied.push([...id, 1])
      }
      if (!stands) continue
      row.push([...id, 1])
      was += run.text.charAt(at)
      if (!stood && open) open.to = was.length
    }
  }
  if (open) done.push(open)
  return done.map(({ from, to, insert, copied }) => ({
    ...{ clause, from, to, was: was.slice(from, to), insert },
    gone: rangesBetween(row, from, to),
    left: idAt(row, from - 1),
    right: idAt(row, to),
    ...(copied.length > 0 ? { copies: rangesBetween(copied, 0, copied.length) } : {}),
  }))
}
