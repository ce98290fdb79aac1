import type { VersionHead } from '../../../shared/record.ts'

/** `A/CONF.2009/L.1/Rev.2` after Rev.1; one more than the highest revision that was issued. */
export function nextSymbol(root: string, versions: readonly Pick<VersionHead, 'symbol'>[]): string {
  const issued = versions.map(({ symbol }) => Number(symbol.match(/\/Rev\.(\d{1,6})$/)?.[1] ?? 0))
  return `${root}/Rev.${Math.max(0, ...issued) + 1}`
}
