import type * as Y from 'yjs'
import { applyEdits, type Edits, editsOf, isEmpty, NO_EDITS } from '../../shared/edits.ts'
import { rangesOf, Sight } from '../../shared/items.ts'
import { movesRoot, readMoves } from '../../shared/moves.ts'
import { sightAmended } from '../../shared/subamendment.ts'
import { type Block, readText, textRoot } from '../../shared/text.ts'
import { Signal } from '../sync/signal.ts'

/** What a draft does to the text, kept up as either of them changes while it attends. */
export class OwnEdits {
  private readonly text: Y.Doc
  private readonly draft: Y.Doc
  private readonly signal: Signal<Edits>
  /** What the draft amends on top of the text; nothing for an amendment to the text. */
  private readonly base: Edits
  private sight: Sight
  private standing: readonly Block[]
  private known: Edits | null = null

  constructor(text: Y.Doc, draft: Y.Doc, base: Edits = NO_EDITS) {
    this.text = text
    this.draft = draft
    this.base = base
    this.sight = this.look()
    this.standing = this.read()
    this.signal = new Signal(() => this.now())
  }

  /** Begins to follow both documents, from their present state on. */
  attend(): void {
    textRoot(this.text).observeDeep(this.textMoved)
    movesRoot(this.text).observe(this.textMoved)
    this.draft.on('update', this.draftMoved)
    this.textMoved()
  }

  /** As of this very moment. */
  now(): Edits {
    this.known ??= editsOf(this.sight, this.draft)
    return this.known
  }

  /** The blocks of what is amended. */
  get blocks(): readonly Block[] {
    return this.standing
  }

  /** As of the last frame, for React. */
  readonly get = (): Edits => this.signal.get()
  readonly watch = (watcher: () => void): (() => void) => this.signal.watch(watcher)

  leave(): void {
    textRoot(this.text).unobserveDeep(this.textMoved)
    movesRoot(this.text).unobserve(this.textMoved)
    this.draft.off('update', this.draftMoved)
  }

  private readonly textMoved = () => {
    this.sight = this.look()
    this.standing = this.read()
    this.draftMoved()
  }

  private readonly look = (): Sight =>
    isEmpty(this.base)
      ? Sight.of(this.text)
      : sightAmended(rangesOf(this.text), readMoves(this.text), readText(this.text), this.base)

  private readonly read = (): Block[] => applyEdits(readText(this.text), { ...this.base, hunks: [] })

  private readonly draftMoved = () => {
    this.known = null
    this.signal.touch()
  }
}
