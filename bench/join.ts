import { Line } from './line.ts'
import type { Address, Venue } from './subject.ts'

/** A client that has the state of its document, and goes on counting what comes. */
export interface Connected {
  readonly line: Line
  readonly state: Uint8Array
  /** Milliseconds from the first byte sent to the last of the state. */
  readonly took: number
}

const LIMIT = 60_000
/** A silent line says so often that it is alive; Hocuspocus would close it after a minute. */
export const ALIVE_MS = 20_000

/** Opens a line and synchronizes, as the stock client does: asks for the state, and answers when asked. */
export async function connected(
  venue: Pick<Venue, 'port' | 'wire'>,
  { path, headers }: Address,
): Promise<Connected> {
  const start = performance.now()
  const line = new Line(venue.port, path, headers)
  const { wire } = venue
  const synchronized = new Promise<Connected>((resolve, reject) => {
    let state: Uint8Array | null = null
    let took = 0
    let asked = false
    const late = setTimeout(() => reject(new Error(`no state in ${LIMIT} ms: ${line.closed}`)), LIMIT)
    const gone = setInterval(() => line.closed && reject(new Error(line.closed)), 500)
    line.listener = (message) => {
      const said = wire.read(message)
      if (said.kind === 'state') {
        state = said.update.slice()
        took = performance.now() - start
      } else if (said.kind === 'question') {
        asked = true
        line.send(wire.nothing)
      }
      if (state === null || !asked) return
      clearTimeout(late)
      clearInterval(gone)
      line.listener = null
      resolve({ line, state, took })
    }
  })
  line.opened.then(
    () => wire.hello.forEach((message) => void line.send(message)),
    () => {},
  )
  return synchronized
}

/** Does something for each of so many, some at a time. */
export async function inGroups<T>(
  count: number,
  size: number,
  act: (nth: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (let from = 0; from < count; from += size) {
    const group = Array.from({ length: Math.min(size, count - from) }, (_, i) => act(from + i))
    results.push(...(await Promise.all(group)))
  }
  return results
}
