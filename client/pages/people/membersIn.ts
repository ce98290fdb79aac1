import type { Delegation } from '../../../shared/api.ts'
import type { DelegationCode } from '../../../shared/ids.ts'

/**
 * The States that a list names by code or by name in any language, as it comes from a table or a letter: separated
 * by lines, tabs, semicolons or commas, quoted or not. What names no State is given back as it stands.
 */
export function membersIn(
  list: string,
  states: readonly Delegation[],
): { readonly members: readonly DelegationCode[]; readonly unknown: readonly string[] } {
  const byName = new Map<string, DelegationCode>()
  for (const { code, names } of states) {
    for (const name of [code, ...Object.values(names)]) byName.set(plain(name), code)
  }
  const words = list
    .split(/[\n\t;,]/)
    .map((it) => it.trim().replace(/^"(.*)"$/, '$1'))
    .filter((it) => it !== '')
  const found = words.map((it) => [it, byName.get(plain(it))] as const)
  return {
    members: [...new Set(found.flatMap(([, code]) => code ?? []))],
    unknown: found.filter(([, code]) => code === undefined).map(([it]) => it),
  }
}

const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
