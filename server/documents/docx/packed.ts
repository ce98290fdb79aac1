import { type Document, Packer } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { escaped } from '../escaped.ts'
import { legible } from './body.ts'

/** What the file says to a catalogue. */
export interface Catalogued {
  readonly title: string
  readonly subject: string
  readonly language: string
  /** Of the last act in it. */
  readonly at: string
}

/** The same document is the same file, to the byte: no date in it is the clock's. */
export async function packed(document: Document, about: Catalogued): Promise<Uint8Array> {
  const overrides = [{ path: 'docProps/core.xml', data: coreOf(about) }]
  const parts = unzipSync(await Packer.pack(document, 'uint8array', undefined, overrides))
  return zipSync(parts, { mtime: EPOCH, level: 6 })
}

/** The first day that a zip can tell, wherever the server stands: it tells local time. */
const EPOCH = new Date(1980, 0, 1)

const coreOf = ({ title, subject, language, at }: Catalogued): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${said(title)}</dc:title><dc:subject>${said(subject)}</dc:subject><dc:creator>Paraph</dc:creator><dc:language>${said(language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`

const said = (text: string): string => escaped(legible(text))
