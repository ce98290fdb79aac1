import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { NewDeclaration } from '../shared/api.ts'
import type { Block } from '../shared/text.ts'

const path = resolve(import.meta.dirname, '../fixtures/declarations/high-level.en.json')

/** The text on which everybody works, on every server. */
export const DECLARATION: NewDeclaration = z
  .object(NewDeclaration.shape)
  .parse(JSON.parse(readFileSync(path, 'utf8')))

export const declarationBlocks = (): Block[] => [
  { id: 'title', kind: 'title', text: DECLARATION.title },
  ...DECLARATION.clauses.map((text, index) => ({ id: `c${index + 1}`, kind: 'clause' as const, text })),
]
