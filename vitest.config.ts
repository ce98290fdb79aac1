import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

const seconds = (count: number) => count * 1000

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'tests/{attack,fixtures}/**/*.test.ts'],
          testTimeout: seconds(120),
          // On every core there is; files that follow each other there share what they import, and nothing else: no file
          // changes what another imports.
          maxWorkers: '100%',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'soak',
          environment: 'node',
          include: ['tests/soak/**/*.test.ts'],
          // Each weighs a process of its own.
          maxWorkers: 2,
          globalSetup: ['tests/support/built-server.ts'],
          setupFiles: ['tests/support/cleanup.ts'],
          testTimeout: seconds(300),
          hookTimeout: seconds(120),
          // Alone: a busy machine would stretch an hour that was compressed.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'documents',
          environment: 'node',
          include: ['tests/documents/**/*.test.ts'],
          // Each file starts a LibreOffice of its own. The hooks may have to install it, and a browser.
          fileParallelism: false,
          setupFiles: ['tests/support/cleanup.ts'],
          testTimeout: seconds(120),
          hookTimeout: seconds(900),
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'crash',
          environment: 'node',
          include: ['tests/crash/**/*.test.ts'],
          maxWorkers: 2,
          globalSetup: ['tests/support/built-server.ts'],
          setupFiles: ['tests/support/cleanup.ts'],
          // A nightly run kills the server two hundred times.
          testTimeout: seconds(1_800),
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'journey',
          environment: 'node',
          include: ['tests/journey/**/*.test.ts'],
          // Journeys and crashes share one machine with real servers and browsers: two files at a time, which wait more
          // than they work, after the unit tests.
          maxWorkers: 2,
          globalSetup: ['tests/support/built-server.ts'],
          setupFiles: ['tests/support/cleanup.ts'],
          testTimeout: seconds(300),
          hookTimeout: seconds(900),
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
