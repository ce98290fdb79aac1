import { readFileSync, writeSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { makeDocument } from '../../server/documents/make.ts'
import type { Source } from '../../server/documents/source.ts'
import type { DocumentQuery } from '../../shared/document.ts'
import { must } from './chamber.ts'

/** Makes a document in a process of its own: what comes in is what the thread would be given, what goes out is the file. */
const [source, query] = deserialize(readFileSync(0)) as [Source, DocumentQuery]
const { bytes } = must(await makeDocument(source, query))
for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at)
