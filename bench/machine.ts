import { cpus, totalmem } from 'node:os'
import { versionOf } from './peers.ts'

/** On what it was measured. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryBytes: number
  readonly node: string
  readonly versions: readonly string[]
}

const PEERS = ['@y/websocket-server', '@hocuspocus/server', '@hocuspocus/extension-sqlite', 'yjs']

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryBytes: totalmem(),
  node: process.versions.node,
  versions: PEERS.map((name) => `${name} ${versionOf(name)}`),
})
