import { expect, test } from 'vitest'
import { fileNameIn } from './fileName.ts'

test.each([
  ['attachment; filename="A-CONF.2009-L.1-text.docx"', 'A-CONF.2009-L.1-text.docx'],
  ['attachment; filename=L.1-text.txt', 'L.1-text.txt'],
  ['attachment; filename="a\\"b.txt"', 'a"b.txt'],
  ['attachment; filename="?.txt"; filename*=UTF-8\'\'D%C3%A9claration.txt', 'Déclaration.txt'],
  ['attachment', null],
])('%s', (header, name) => {
  expect(fileNameIn(header)).toBe(name)
})
