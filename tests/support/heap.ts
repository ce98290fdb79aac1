import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { WebSocket } from 'ws'
import type { RunningServer } from './server.ts'

/** What node is to be told so that its memory can be weighed: an inspector on a port of its own choice. */
export const WEIGHED = '--inspect=127.0.0.1:0'

/** The memory of a server that runs on its own, asked through node's inspector: the product needs no door for it. */
export class Heap {
  private readonly socket: WebSocket
  private count = 0

  private constructor(socket: WebSocket) {
    this.socket = socket
  }

  static async of(server: RunningServer): Promise<Heap> {
    const address = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(server.output())?.[0]
    if (!address) throw new Error(`the server was not started with ${WEIGHED}`)
    const socket = new WebSocket(address)
    await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
    return new Heap(socket)
  }

  /** Bytes that are held when all that nobody holds was collected; buffers outside the heap too. */
  async weigh(): Promise<number> {
    // The first frees what finalizers hold on to, the second what they let go.
    await this.ask('HeapProfiler.collectGarbage')
    await this.ask('HeapProfiler.collectGarbage')
    const answer = await this.ask('Runtime.evaluate', { expression: WEIGHT })
    return Number(answer.result?.value)
  }

  close(): void {
    this.socket.close()
  }

  private ask(method: string, params = {}): Promise<Answer> {
    const id = ++this.count
    return new Promise((done) => {
      const hear = (data: Buffer) => {
        const message: { id?: number; result: Answer } = JSON.parse(String(data))
        if (message.id !== id) return
        this.socket.off('message', hear)
        done(message.result)
      }
      this.socket.on('message', hear)
      this.socket.send(JSON.stringify({ id, method, params }))
    })
  }
}

/** The same of this process. */
export function weighHere(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const WEIGHT = '(({ heapUsed, arrayBuffers }) => heapUsed + arrayBuffers)(process.memoryUsage())'

interface Answer {
  readonly result?: { readonly value?: unknown }
}
