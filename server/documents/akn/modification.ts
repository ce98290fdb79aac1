import type { Catalogue } from '../head.ts'
import type { Change } from '../tabled.ts'
import { type Content, type Element, element, withBreaks } from './element.ts'
import type { Ids } from './naming.ts'

type Say = Catalogue['documents']['akn']

export const modId = (index: number): string => `mod_${index + 1}`

/** One change as a sentence with the words in it that go and those that come: what a person reads and a program follows. */
export function modification(
  change: Change,
  index: number,
  language: string,
  say: Say,
  { id }: Ids,
): Element {
  const quoted = (name: string, text: string) =>
    element(
      'quotedText',
      { eId: id(`${modId(index)}__${name}`), startQuote: '“', endQuote: '”', 'xml:lang': language },
      withBreaks(text),
    )
  return element('mod', { eId: id(modId(index)) }, sentence(change, index, language, say, id, quoted))
}

function sentence(
  { would, was, insert, behind, clause, after }: Change,
  index: number,
  language: string,
  say: Say,
  id: Ids['id'],
  quoted: (name: string, text: string) => Element,
): Content {
  switch (would) {
    case 'replace':
      return [say.replace, ' ', quoted('old', was), ' ', say.by, ' ', quoted('new', insert), '.']
    case 'insert':
      return [
        say.insert,
        ' ',
        quoted('new', insert),
        behind ? [' ', say.behind, ' ', quoted('place', behind)] : null,
        '.',
      ]
    case 'delete':
      return [say.delete, ' ', quoted('old', was), '.']
    case 'move':
      return [after?.label ? say.moveAfter(after.label) : say.moveFirst, '.']
    case 'add':
      return [
        say.add,
        ' ',
        element('quotedStructure', { eId: id(`${modId(index)}__new`), startQuote: '“', endQuote: '”' }, [
          element('paragraph', { eId: id(`${modId(index)}__para`), wId: clause }, [
            element('content', { eId: id(`${modId(index)}__content`) }, [
              element('p', { 'xml:lang': language }, withBreaks(insert)),
            ]),
          ]),
        ]),
      ]
  }
}
