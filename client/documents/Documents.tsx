import { lazy, Suspense } from 'react'
import type { DocumentsMenuProps } from './DocumentsMenu.tsx'

// Whoever takes nothing away needn't wait for it.
const DocumentsMenu = lazy(() => import('./DocumentsMenu.tsx').then((it) => ({ default: it.DocumentsMenu })))

/** The menu of documents, as soon as it has come. */
export function Documents(props: DocumentsMenuProps) {
  return (
    <Suspense fallback={null}>
      <DocumentsMenu {...props} />
    </Suspense>
  )
}
