import { test } from 'vitest'
import type { DocumentQuery } from '../../../shared/document.ts'
import { must } from '../../../tests/support/chamber.ts'
import { dossierOfPlenary, sourceOfPlenary } from '../../../tests/support/dossier.ts'
import { moves } from '../../../tests/support/negotiation.ts'
import { Plenary } from '../../../tests/support/plenary.ts'
import { holdsInTurn } from '../../../tests/support/property.ts'
import { wordFile } from '../docx/word.ts'
import { readDocument } from './reading.ts'

const QUERY: DocumentQuery = {
  ...{ what: 'compilation', format: 'docx', version: null, from: 0, with: [], language: 'en' },
}

test('[D3] a file that comes back as it was issued changes nothing, in whatever view and language', () =>
  holdsInTurn(
    'unchanged files',
    [moves(22)],
    async (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      const dossier = dossierOfPlenary(plenary)
      const ground = { ...sourceOfPlenary(plenary), declaration: dossier.record.declaration.id }
      const pending = Object.values(dossier.record.amendments).filter(({ state }) => state === 'pending')
      for (const what of ['text', 'compilation', 'comparison', 'amended'] as const) {
        for (const language of ['en', 'fr'] as const) {
          const asked = { ...QUERY, what, language, with: pending.slice(0, 1).map(({ id }) => id) }
          if (what === 'amended' && pending.length === 0) continue
          const { bytes } = must(await wordFile(dossier, asked))
          const { changes, lost, comments, oddities } = must(readDocument(ground, bytes))
          const found = { what, changes, lost, comments, oddities }
          if (changes.length + lost.length + comments.length + oddities.length > 0)
            throw new Error(JSON.stringify(found, null, 1))
        }
      }
    },
    0.012,
  ))
