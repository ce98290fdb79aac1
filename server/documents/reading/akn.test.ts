import { describe, expect, test } from 'vitest'
import { Chamber, DECLARATION } from '../../../tests/support/chamber.ts'
import { fileOf } from '../../../tests/support/document.ts'
import { sourceIn } from '../../../tests/support/dossier.ts'
import { readStatement } from './akn.ts'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const read = (xml: string) => readStatement(new TextEncoder().encode(xml))
const within = (body: string) => read(`<akomaNtoso xmlns="${NAMESPACE}"><act>${body}</act></akomaNtoso>`)

describe('a text in Akoma Ntoso becomes a declaration', () => {
  test('[D4] word for word as it was written here', async () => {
    const chamber = await Chamber.open()
    await chamber.as('FRA').proposes('c2', 'la menace', 'le danger & le <péril>\nimminent')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    const { bytes } = await fileOf(await sourceIn(chamber), { what: 'text', format: 'akn' })
    expect(readStatement(bytes)).toEqual({
      title: DECLARATION.title,
      language: 'fr',
      clauses: await chamber.words(),
    })
  })

  test('with what is numbered within a clause, and without its notes and what was taken out', () => {
    expect(
      within(`
        <meta><identification><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
        <preface><longTitle><p>An Act on
          <docTitle>Peace</docTitle></p></longTitle></preface>
        <preamble><formula name="enacting"><p>The Assembly,</p></formula>
          <recitals><recital><num>(1)</num><p>Recalling the <b>Charter</b><authorialNote><p>A note.</p></authorialNote>,</p></recital></recitals>
        </preamble>
        <body><part><heading>Part one</heading>
          <article><num>1</num><intro><p>Urges:</p></intro>
            <point><num>(a)</num><content><p>all <del>some</del>States;</p></content></point>
            <point><num>(b)</num><content><p>the others.</p></content></point>
          </article></part></body>`),
    ).toEqual({
      title: 'Peace',
      language: 'en',
      clauses: ['The Assembly', 'Recalling the Charter', 'Urges:\n(a) all States;\n(b) the others'],
    })
  })

  test.each([
    ['no XML', 'Recalling the Charter', 'document/damaged'],
    ['another vocabulary', '<html><body><p>Recalling</p></body></html>', 'document/not-akn'],
    [
      'a list of amendments',
      `<akomaNtoso xmlns="${NAMESPACE}"><amendmentList/></akomaNtoso>`,
      'document/not-akn',
    ],
    [
      'a body without words',
      `<akomaNtoso xmlns="${NAMESPACE}"><act><body/></act></akomaNtoso>`,
      'document/not-akn',
    ],
    [
      'entities that grow',
      `<!DOCTYPE akomaNtoso [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><akomaNtoso xmlns="${NAMESPACE}"><act><body><p>&b;</p></body></act></akomaNtoso>`,
      'document/unsafe',
    ],
    ['a tower of tags', `<akomaNtoso xmlns="${NAMESPACE}">${'<part>'.repeat(10_000)}`, 'document/too-much'],
  ])('but not %s', (_, xml, refused) => {
    expect(read(xml)).toMatchObject({ refused })
  })
})
