import {
  type CapacityId,
  DECLARATION_ID,
  type DeclarationId,
  DRAFT_ID,
  type DraftId,
} from '../../shared/ids.ts'

/** Where a socket wants to go: `/sync/<declaration>?as=` or `/sync/<declaration>/drafts/<draft>?as=`. */
export interface Address {
  readonly declaration: DeclarationId
  readonly draft: DraftId | null
  readonly as: CapacityId | null
}

/** Null for a path that leads nowhere. */
export function addressOf(url: string | undefined): Address | null {
  if (!url || url.length > 400 || !URL.canParse(url, 'http://room')) return null
  const { pathname, searchParams } = new URL(url, 'http://room')
  const [, sync, declaration = '', drafts, draft, ...rest] = pathname.split('/')
  if (sync !== 'sync' || rest.length > 0 || !DECLARATION_ID.test(declaration)) return null
  const as = searchParams.get('as')
  if (drafts === undefined) return { declaration, draft: null, as }
  if (drafts !== 'drafts' || !draft || !DRAFT_ID.test(draft)) return null
  return { declaration, draft, as }
}
