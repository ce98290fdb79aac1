import { build, type Plugin } from 'vite'

/**
 * Builds what a certificate carries within itself: one script that needs no other file, and one style. The server puts
 * them into each certificate that it makes.
 */
export function certificateParts(): Plugin {
  return {
    name: 'paraph-certificate',
    apply: 'build',
    async generateBundle() {
      const made = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          lib: {
            entry: 'client/certificate/main.ts',
            formats: ['iife'],
            name: 'certificate',
            cssFileName: 'certificate',
          },
        },
      })
      for (const output of [made].flat().flatMap((it) => ('output' in it ? it.output : []))) {
        const source = output.type === 'chunk' ? output.code : output.source
        const kind = output.type === 'chunk' ? 'js' : 'css'
        this.emitFile({ type: 'asset', fileName: `certificate.${kind}`, source })
      }
    },
  }
}
