/**
 * The name that a `Content-Disposition` header (RFC 6266) gives a file; null where it gives none. The one that is
 * written in full Unicode goes first.
 */
export function fileNameIn(header: string): string | null {
  const full = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (full) return decodeURIComponent(full)
  const [, quoted, bare] = /filename=(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(header) ?? []
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? null
}
