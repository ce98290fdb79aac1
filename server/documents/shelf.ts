import type { DocumentQuery } from '../../shared/document.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Made } from './made.ts'
import type { Asking } from './press.ts'
import type { Source } from './source.ts'

type Make = (asking: Asking, source: Source, query: DocumentQuery) => Promise<Made | Refusal>

/** So many of the last documents are kept. */
const KEPT = 12

/** A document, and how many wait for it. */
interface Order {
  readonly made: Promise<Made | Refusal>
  readonly nobody: AbortController
  waiting: number
}

/** What a whole room asks for at once is made once, as long as one of them still waits for it. */
export class Shelf {
  private readonly make: Make
  private readonly orders = new Map<string, Order>()

  constructor(make: Make) {
    this.make = make
  }

  async document(asking: Asking, source: Source, query: DocumentQuery): Promise<Made | Refusal> {
    // The signed head stands for all the acts; groups are made and renamed without one.
    const key = JSON.stringify([source.checkpoint, source.counted, source.conference.groups, query])
    const order = this.orders.get(key) ?? this.ordered(asking, source, query)
    this.orders.delete(key)
    this.orders.set(key, order)
    const [oldest] = this.orders.keys()
    if (this.orders.size > KEPT && oldest !== undefined) this.orders.delete(oldest)
    void order.made.then((made) => {
      if (isRefusal(made) && this.orders.get(key) === order) this.orders.delete(key)
    })
    const answer = await awaited(order, asking)
    // Whoever came in the moment in which the last one left asks anew.
    const isForsaken = isRefusal(answer) && answer.refused === 'document/not-awaited' && !asking.gone.aborted
    return isForsaken ? this.document(asking, source, query) : answer
  }

  private ordered({ of }: Asking, source: Source, query: DocumentQuery): Order {
    const nobody = new AbortController()
    return { made: this.make({ of, gone: nobody.signal }, source, query), nobody, waiting: 0 }
  }
}

/** Until it is made, or whoever asked has gone: the last to go calls it off, unless it has begun. */
async function awaited(order: Order, { gone }: Asking): Promise<Made | Refusal> {
  order.waiting++
  let leave = () => {}
  const left = new Promise<Refusal>((resolve) => {
    leave = () => resolve(refuse('document/not-awaited'))
  })
  gone.addEventListener('abort', leave)
  if (gone.aborted) leave()
  const answer = await Promise.race([order.made, left])
  gone.removeEventListener('abort', leave)
  order.waiting--
  if (order.waiting === 0 && gone.aborted) order.nobody.abort()
  return answer
}
