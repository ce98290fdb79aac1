import type { DocumentQuery } from '../../shared/document.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import type { Made } from './made.ts'
import type { Source } from './source.ts'

type Make = (source: Source, query: DocumentQuery) => Promise<Made | Refusal>

/** So many of the last documents are kept. */
const KEPT = 12

/** What a whole room asks for at once is made once. */
export class Shelf {
  private readonly make: Make
  private readonly made = new Map<string, Promise<Made | Refusal>>()

  constructor(make: Make) {
    this.make = make
  }

  document(source: Source, query: DocumentQuery): Promise<Made | Refusal> {
    // The signed head stands for all the acts; groups are made and renamed without one.
    const key = JSON.stringify([source.checkpoint, source.counted, source.conference.groups, query])
    const found = this.made.get(key) ?? this.make(source, query)
    this.made.delete(key)
    this.made.set(key, found)
    const [oldest] = this.made.keys()
    if (this.made.size > KEPT && oldest !== undefined) this.made.delete(oldest)
    void found.then((made) => {
      if (isRefusal(made) && this.made.get(key) === found) this.made.delete(key)
    })
    return found
  }
}
