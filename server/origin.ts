const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a request comes from a page of ours. A request without an Origin header comes from no page at all. On
 * one's own machine a server has several names: there, the name under which it was asked counts too.
 */
export function isOwnOrigin(header: string | undefined, host: string | undefined, origin: string): boolean {
  if (header === undefined || header === origin) return true
  if (!URL.canParse(header)) return false
  const asked = new URL(header)
  return LOOPBACK.has(asked.hostname) && asked.host === host
}
