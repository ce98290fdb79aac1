import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type Edits, NO_EDITS } from '../../../shared/edits.ts'
import { OwnEdits } from '../../editor/ownEdits.ts'

const nothing = { watch: () => () => {}, get: () => NO_EDITS }

/** What the draft in the editor does to the text, live. */
export function useOwnEdits(
  text: Y.Doc,
  draft: Y.Doc | null,
  /** What the draft amends on top of the text. */
  base: Edits,
): { readonly own: OwnEdits | null; readonly edits: Edits } {
  const own = useMemo(() => (draft ? new OwnEdits(text, draft, base) : null), [text, draft, base])
  useEffect(() => {
    own?.attend()
    return () => own?.leave()
  }, [own])
  const source = own ?? nothing
  return { own, edits: useSyncExternalStore(source.watch, source.get) }
}
