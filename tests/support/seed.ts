import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'

/**
 * Where a random test begins to search. It follows from the tree that is tested: the same commit searches the same
 * place again, so that whatever it finds is found again by everybody, and every other commit searches elsewhere.
 * `SEED=…` repeats what was printed; `SEED=random` draws afresh, for those who search longer.
 */
export function seedOf(rule: string): number {
  const asked = process.env['SEED']
  if (asked === 'random') return Math.floor(Math.random() * MOST)
  if (asked !== undefined && !/^\d+$/.test(asked))
    throw new Error(`SEED=${asked} is neither a number nor "random"`)
  return asked === undefined ? mixed(treeTested(), rule) : Number(asked)
}

/** What is printed beside what was searched. */
export const howToRepeat = (seed: number): string =>
  `SEED=${seed} (the same commit repeats it, and so does this seed)`

const MOST = 0x7fff_ffff

const mixed = (tree: string, rule: string): number =>
  createHash('sha256').update(`${tree}\n${rule}`).digest().readUInt32BE() % MOST

let tree: string | undefined

function treeTested(): string {
  tree ??= treeOfCommit()
  return tree
}

/** What was unpacked without its history always searches one place. */
function treeOfCommit(): string {
  const asked = ['rev-parse', 'HEAD^{tree}']
  const { status, stdout } = spawnSync('git', asked, { cwd: import.meta.dirname, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : 'no history'
}
