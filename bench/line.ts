import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/**
 * A WebSocket client that costs next to nothing, so that one process can be a thousand readers: it counts what
 * comes, and looks at messages only while somebody listens. It answers pings; it offers no compression.
 */
export class Line {
  frames = 0
  bytes = 0
  /** Why the line closed, once it has. */
  closed: string | null = null
  /** Gets each message, but those longer than `ignoreAbove`. The bytes stay as they are only until it returns. */
  listener: ((message: Uint8Array) => void) | null = null
  ignoreAbove = Number.POSITIVE_INFINITY
  /** Hears of each frame, once it is here whole, how long it is. */
  onFrame: ((length: number) => void) | null = null
  readonly opened: Promise<void>
  private readonly socket: Socket
  private greeting: string | null = ''
  private openedNow: () => void = () => {}
  private failed: (fault: Error) => void = () => {}

  private readonly head = new Uint8Array(10)
  private headLength = 0
  private opcode = 0
  private length = 0
  /** What is still to come of the frame: -1 while its head does. */
  private left = -1
  private body: Uint8Array | null = null
  private filled = 0

  constructor(port: number, path: string, headers: Readonly<Record<string, string>> = {}) {
    this.opened = new Promise((opened, failed) => {
      this.openedNow = opened
      this.failed = failed
    })
    this.opened.catch(() => {})
    this.socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: BUFFER, callback: (length, buffer) => this.take(buffer.subarray(0, length)) },
    })
    this.socket.on('connect', () => this.socket.write(handshake(port, path, headers)))
    this.socket.on('error', (fault) => this.end(fault.message))
    this.socket.on('close', () => this.end('the line broke'))
  }

  send(message: Uint8Array): void {
    this.write(BINARY, message)
  }

  close(): void {
    this.closed ??= 'closed here'
    this.socket.destroy()
  }

  private end(why: string): void {
    this.closed ??= why
    this.failed(new Error(this.closed))
  }

  /** Masked with zeros: allowed, and free. */
  private write(opcode: number, message: Uint8Array): void {
    const { length } = message
    const size = length < 126 ? 0 : length < 65_536 ? 2 : 8
    const frame = Buffer.allocUnsafe(6 + size + length)
    frame[0] = 0x80 | opcode
    frame[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127)
    if (size === 2) frame.writeUInt16BE(length, 2)
    if (size === 8) frame.writeBigUInt64BE(BigInt(length), 2)
    frame.fill(0, 2 + size, 6 + size)
    frame.set(message, 6 + size)
    this.socket.write(frame)
  }

  private take(chunk: Uint8Array): boolean {
    let at = this.greeting === null ? 0 : this.readGreeting(chunk)
    while (at < chunk.length) at = this.left < 0 ? this.readHead(chunk, at) : this.readBody(chunk, at)
    return true
  }

  private readGreeting(chunk: Uint8Array): number {
    const before = this.greeting?.length ?? 0
    const greeting = this.greeting + Buffer.from(chunk).toString('latin1')
    this.greeting = greeting
    const end = greeting.indexOf('\r\n\r\n')
    if (end < 0) return chunk.length
    this.greeting = null
    if (greeting.startsWith('HTTP/1.1 101')) this.openedNow()
    else this.end(`refused: ${greeting.slice(0, greeting.indexOf('\r\n'))}`)
    return end + 4 - before
  }

  private readHead(chunk: Uint8Array, from: number): number {
    const { head } = this
    let at = from
    while (at < chunk.length) {
      head[this.headLength++] = chunk[at++] ?? 0
      const short = (head[1] ?? 0) & 0x7f
      const needed = this.headLength < 2 ? 2 : short === 126 ? 4 : short === 127 ? 10 : 2
      if (this.headLength < needed) continue
      this.length = short < 126 ? short : bigEndian(head.subarray(2, needed))
      this.left = this.length
      this.opcode = (head[0] ?? 0) & 0x0f
      this.headLength = 0
      this.frames++
      if (this.left === 0) this.deliver(NOTHING)
      break
    }
    this.bytes += at - from
    return at
  }

  private readBody(chunk: Uint8Array, at: number): number {
    const piece = chunk.subarray(at, at + this.left)
    const isWanted = (this.listener !== null && this.length <= this.ignoreAbove) || this.opcode >= CLOSE
    const isWhole = this.body === null && piece.length === this.left
    if (isWanted && !isWhole) {
      this.body ??= new Uint8Array(this.left)
      this.body.set(piece, this.filled)
      this.filled += piece.length
    }
    this.left -= piece.length
    this.bytes += piece.length
    if (this.left === 0) this.deliver(isWanted && isWhole ? piece : (this.body ?? NOTHING))
    return at + piece.length
  }

  private deliver(message: Uint8Array): void {
    const { opcode } = this
    this.left = -1
    this.body = null
    this.filled = 0
    this.onFrame?.(this.length)
    if (opcode === PING) this.write(PONG, message)
    else if (opcode === CLOSE) this.end(closing(message))
    else if (opcode <= BINARY && message.length > 0 && message.length <= this.ignoreAbove) {
      this.listener?.(message)
    }
  }
}

const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
const NOTHING = new Uint8Array(0)
/** One for all lines: what is read is used before the next is read. */
const BUFFER = Buffer.alloc(256 * 1024)

const bigEndian = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

const closing = (message: Uint8Array): string =>
  message.length < 2
    ? 'closed without a word'
    : `closed with ${bigEndian(message.subarray(0, 2))} ${Buffer.from(message.subarray(2)).toString()}`

const handshake = (port: number, path: string, headers: Readonly<Record<string, string>>): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')
