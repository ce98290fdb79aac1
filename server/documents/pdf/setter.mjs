// Sets one document in a process of its own, started by typeset.ts: what comes in says which template, with what; what
// goes out is the file. The compiler is no JavaScript: where it gives up, it takes its process with it, and that must be
// no server.
import { text } from 'node:stream/consumers'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { template, folder, faces, inputs, standard } = JSON.parse(await text(process.stdin))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: faces }] })
const set = compiler.compile({ mainFilePath: `${folder}/${template}.typ`, inputs })
const faults = set.takeDiagnostics()
if (faults) throw new Error(JSON.stringify(compiler.fetchDiagnostics(faults)))
process.stdout.write(compiler.pdf(set.result, { pdfStandard: standard }))
