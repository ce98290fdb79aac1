import { afterAll } from 'vitest'
import { endAllServers } from './server.ts'

afterAll(endAllServers)

// A run that is stopped tells nobody: its processes find that it is gone, and leave nothing behind.
process.once('disconnect', () => process.exit())
