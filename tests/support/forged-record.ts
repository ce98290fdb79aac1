import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import type { Seal } from '../../server/seal.ts'
import type { Act } from '../../shared/act.ts'
import { leafOf, Tree } from '../../shared/ledger.ts'

/** Records as somebody changed them, and what the program says that checks them. */
export interface Forged {
  format: string
  declaration: string
  checkpoint: string
  key: string
  acts: { before: string; act: Act & { [field: string]: unknown } }[]
  versions: { number: number; words: string; state: string }[]
  endorsements: { [field: string]: unknown }[]
}

export const program = resolve(import.meta.dirname, '../../verify/paraph-verify.mjs')

/** What it prints of a record, or of a certificate, that is put into the folder. */
export function verifiedIn(folder: string, record: unknown, ...options: string[]): string {
  const path = join(folder, 'record.json')
  writeFileSync(path, typeof record === 'string' ? record : JSON.stringify(record))
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path, ...options], {
    encoding: 'utf8',
  })
  expect(status).toBe(stdout ? 0 : 1)
  return stdout || stderr
}

export const treeOf = (acts: readonly Act[]): Tree => Tree.of(acts.map(leafOf))

/** The forger makes the roots fit, all but the signed one. */
export const rerooted = (record: Forged): void => {
  const tree = new Tree()
  for (const it of record.acts) {
    it.before = tree.root()
    tree.add(leafOf(it.act))
  }
}

/** The operator signs what was changed. */
export const resign = (record: Forged, by: Seal): void => {
  rerooted(record)
  const tree = treeOf(record.acts.map(({ act }) => act))
  Object.assign(record, by.seal(record.declaration, { size: tree.size, root: tree.root() }))
}

export const actOf = (record: Forged, kind: string, which = 0) => {
  const found = record.acts.filter(({ act }) => act.kind === kind)[which]
  if (!found) throw new Error(`no ${kind}`)
  return found.act as { [field: string]: unknown }
}

export const swapped = <T>(all: T[], a: number, b: number): void => {
  const [first, second] = [all[a], all[b]]
  if (first === undefined || second === undefined) throw new Error('nothing to swap')
  all[a] = second
  all[b] = first
}

export const put = (all: unknown, path: (string | number)[], value: unknown): void => {
  const last = path.at(-1) ?? ''
  const place = path
    .slice(0, -1)
    .reduce((it, name) => (it as { [name: string | number]: unknown })[name], all)
  ;(place as { [name: string | number]: unknown })[last] = value
}
