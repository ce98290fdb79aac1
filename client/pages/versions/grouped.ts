import type { VersionHead } from '../../../shared/record.ts'

export type Group =
  | { readonly is: 'issued'; readonly version: VersionHead }
  | { readonly is: 'automatic'; readonly versions: readonly [VersionHead, ...VersionHead[]] }

/** Newest first; neighbours that nobody issued stand together. */
export function grouped(versions: readonly VersionHead[]): Group[] {
  const groups: Group[] = []
  for (const version of [...versions].reverse()) {
    const last = groups.at(-1)
    if (!version.automatic) groups.push({ is: 'issued', version })
    else if (last?.is === 'automatic') {
      groups[groups.length - 1] = { is: 'automatic', versions: [...last.versions, version] }
    } else groups.push({ is: 'automatic', versions: [version] })
  }
  return groups
}
