import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'

const repository = resolve(import.meta.dirname, '../..')
const folder = join(repository, 'dist')
const name = 'server.js'

/** The server in one file: it starts in a fifth of the time that its sources take. */
export const BUILT_SERVER = join(folder, name)

/** Vitest calls it, once before the tests of a project that starts servers. */
export async function setup(): Promise<void> {
  await builtServer()
}

/** Makes it anew; gives where it lies. */
export async function builtServer(): Promise<string> {
  await build({
    configFile: false,
    root: repository,
    logLevel: 'warn',
    plugins: [inItsPlace()],
    ssr: { noExternal: true },
    build: {
      ssr: 'server/main.ts',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: name } },
    },
  })
  return BUILT_SERVER
}

/** What a file finds from where it lies (fixtures, the client, its thread) it finds from there in the one file too. */
function inItsPlace(): Plugin {
  return {
    name: 'in-its-place',
    enforce: 'pre',
    transform: (code, id) =>
      id.startsWith(join(repository, 'server'))
        ? code
            .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
            .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        : undefined,
  }
}
