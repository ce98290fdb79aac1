import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AKN } from '../../server/documents/akn/element.ts'
import { MODELS, type Model } from './akn-models.ts'
import { programOf } from './programs.ts'

/**
 * What xmllint, a program that is not ours, finds wrong with a document in Akoma Ntoso; empty where it is valid. It looks
 * at it with a schema made from the facts in `akn-models.ts`, and, where `AKN_XSD` says where akomantoso30.xsd lies, with
 * that of OASIS too: no package brings it, and it is no work of ours to put here.
 */
export function faultsOf(document: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'paraph-akn-'))
  try {
    const [file, schema] = [join(folder, 'document.xml'), join(folder, 'models.xsd')]
    writeFileSync(file, document)
    writeFileSync(schema, schemaOf(MODELS))
    writeFileSync(join(folder, 'xml.xsd'), XML_SCHEMA)
    const official = process.env['AKN_XSD']
    return [schema, ...(official ? [resolve(official)] : [])].map((it) => faultsBy(it, file)).join('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function faultsBy(schema: string, file: string): string {
  const args = ['--nonet', '--noout', '--schema', schema, file]
  const { status, stderr } = spawnSync(programOf('xmllint'), args, { encoding: 'utf8' })
  return status === 0 ? '' : stderr
}

/** The words of a document as xmllint reads them at the path. */
export const textAt = (document: Uint8Array, path: string): string =>
  execFileSync(programOf('xmllint'), ['--nonet', '--xpath', `string(${path})`, '-'], {
    input: document,
    encoding: 'utf8',
  }).trimEnd()

const TYPES: { readonly [type: string]: string } = {
  uri: 'xs:anyURI',
  boolean: 'xs:boolean',
  ...{ date: 'day', event: 'event', modification: 'modification', position: 'position', version: 'version' },
}

const ENUMERATIONS: { readonly [type: string]: readonly string[] } = {
  event: ['generation', 'amendment', 'repeal'],
  modification: ['repeal', 'substitution', 'insertion', 'replacement', 'renumbering', 'split', 'join'],
  position: ['start', 'before', 'inside', 'after', 'end', 'unspecified'],
  version: ['originalVersion', 'singleVersion', 'multipleVersions'],
}

/** As XML Schema. In each document within another, too, no two elements may have one `eId`. */
export const schemaOf = (models: typeof MODELS): string => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${AKN}" targetNamespace="${AKN}" elementFormDefault="qualified">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
<xs:simpleType name="day"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
<xs:simpleType name="id"><xs:restriction base="xs:string"><xs:pattern value="[^\\s]+"/></xs:restriction></xs:simpleType>
${Object.entries(ENUMERATIONS).map(enumeration).join('\n')}
${Object.entries(models).map(elementOf).join('\n')}
</xs:schema>
`

const enumeration = ([name, values]: [string, readonly string[]]): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`

function elementOf([name, model]: [string, Model]): string {
  const { content, words = false, must = [], may = [] } = model
  const attributes = [
    ...must.map((it) => attributeOf(it, ' use="required"')),
    ...may.filter((it) => !must.some((one) => nameIn(one) === nameIn(it))).map((it) => attributeOf(it, '')),
  ]
  const unique = /^(?:statement|amendmentList|amendment)$/.test(name)
    ? `<xs:unique name="eId-${name}"><xs:selector xpath=".//*"/><xs:field xpath="@eId"/></xs:unique>`
    : ''
  const parts = content === '' ? '' : particleOf(content)
  return `<xs:element name="${name}"><xs:complexType mixed="${words}">${parts}${attributes.join('')}</xs:complexType>${unique}</xs:element>`
}

const nameIn = (attribute: string): string => attribute.split('=')[0] ?? ''

function attributeOf(attribute: string, use: string): string {
  const [name = '', type = ''] = attribute.split('=')
  if (name.startsWith('xml:')) return `<xs:attribute ref="${name}"${use}/>`
  const is = name === 'eId' || name === 'wId' ? 'id' : (TYPES[type] ?? 'xs:string')
  return `<xs:attribute name="${name}" type="${is}"${use}/>`
}

/** `a,(b|c)*` as sequences and choices. */
function particleOf(content: string): string {
  const items = splitAt(content, ',')
  return `<xs:sequence>${items.map(itemOf).join('')}</xs:sequence>`
}

function itemOf(item: string): string {
  const [, inner = '', times = ''] = /^(.*?)([?*+]?)$/.exec(item) ?? []
  const occurs =
    { '?': ' minOccurs="0"', '*': ' minOccurs="0" maxOccurs="unbounded"', '+': ' maxOccurs="unbounded"' }[
      times
    ] ?? ''
  if (!inner.startsWith('(')) return `<xs:element ref="${inner}"${occurs}/>`
  const choices = splitAt(inner.slice(1, -1), '|')
  return `<xs:choice${occurs}>${choices.map(itemOf).join('')}</xs:choice>`
}

/** Outside parentheses. */
function splitAt(text: string, sign: string): string[] {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

/** The attributes that every vocabulary of XML may borrow. */
const XML_SCHEMA = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/>
</xs:schema>
`
