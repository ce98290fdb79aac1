import type * as Y from 'yjs'
import { type Edits, editsOf } from '../../shared/edits.ts'
import { Sight } from '../../shared/items.ts'
import { type Block, readText, textRoot } from '../../shared/text.ts'
import { Signal } from '../sync/signal.ts'

/** What a draft does to the text, kept up as either of them changes while it attends. */
export class OwnEdits {
  private readonly text: Y.Doc
  private readonly draft: Y.Doc
  private readonly signal: Signal<Edits>
  private sight: Sight
  private standing: readonly Block[]
  private known: Edits | null = null

  constructor(text: Y.Doc, draft: Y.Doc) {
    this.text = text
    this.draft = draft
    this.sight = Sight.of(text)
    this.standing = readText(text)
    this.signal = new Signal(() => this.now())
  }

  /** Begins to follow both documents, from their present state on. */
  attend(): void {
    textRoot(this.text).observeDeep(this.textMoved)
    this.draft.on('update', this.draftMoved)
    this.textMoved()
  }

  /** As of this very moment. */
  now(): Edits {
    this.known ??= editsOf(this.sight, this.draft)
    return this.known
  }

  /** The blocks of the text. */
  get blocks(): readonly Block[] {
    return this.standing
  }

  /** As of the last frame, for React. */
  readonly get = (): Edits => this.signal.get()
  readonly watch = (watcher: () => void): (() => void) => this.signal.watch(watcher)

  leave(): void {
    textRoot(this.text).unobserveDeep(this.textMoved)
    this.draft.off('update', this.draftMoved)
  }

  private readonly textMoved = () => {
    this.sight = Sight.of(this.text)
    this.standing = readText(this.text)
    this.draftMoved()
  }

  private readonly draftMoved = () => {
    this.known = null
    this.signal.touch()
  }
}
