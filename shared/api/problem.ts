/** `application/problem+json` (RFC 9457) with a stable `code`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly about?: Readonly<Record<string, string | number>>
}
