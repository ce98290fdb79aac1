import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * The path for something a test leaves behind to be looked at (a screenshot, a trace, a log), in a folder
 * outside the repository: `PARAPH_ARTEFACTS`, or `paraph-artefacts` among the temporary files. `name` may
 * name folders too; they are made.
 */
export function artefact(name: string): string {
  const path = join(process.env['PARAPH_ARTEFACTS'] ?? join(tmpdir(), 'paraph-artefacts'), name)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
