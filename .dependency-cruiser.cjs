// The import rules of ARCHITECTURE.md, checked. A type import is an import.

const test = '\\.test\\.tsx?$'
const npm = (names) => `(^|/)node_modules/(@types/)?(${names})`

/** Nothing of `from` may see anything of `to`. Tests beside their nouns see what they need. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [test, ...(from.pathNot ?? [])] },
  to,
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one noun, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },

    // The three parts
    forbid(
      'shared-stands-alone',
      'The domain imports nothing of ours outside shared/.',
      { path: '^shared/' },
      { path: '^(?!shared/|node_modules/)', pathNot: '/node_modules/', dependencyTypesNot: ['core'] },
    ),
    forbid(
      'shared-is-pure',
      'The domain knows no disk, no network, no clock of its own.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    {
      name: 'shared-tests-stay-at-home',
      comment: 'A test of the domain needs neither server nor client.',
      severity: 'error',
      from: { path: `^shared/.*${test}` },
      to: { path: '^(server|client)/' },
    },
    forbid('client-not-server', 'They meet in shared/.', { path: '^client/' }, { path: '^server/' }),
    forbid('server-not-client', 'They meet in shared/.', { path: '^server/' }, { path: '^client/' }),
    forbid(
      'tests-and-fixtures-are-leaves',
      'Nothing imports tests or fixtures.',
      { path: '.', pathNot: ['^tests/'] },
      { path: ['^tests/', '^fixtures/', test] },
    ),

    // The server, from the top: main, app, routes, sitting and room, the archive contract, shared
    forbid('nobody-imports-main', 'main is the top.', { path: '.' }, { path: '^server/main\\.ts$' }),
    forbid(
      'commands-are-tops',
      "An operator's command is started, never imported.",
      { path: '.', pathNot: ['^server/commands/'] },
      { path: '^server/commands/' },
    ),
    forbid(
      'only-main-imports-app',
      'app is made by main.',
      { path: '^server/', pathNot: ['^server/main\\.ts$'] },
      { path: '^server/app\\.ts$' },
    ),
    forbid(
      'only-app-imports-routes',
      'Routes are mounted by app.',
      { path: '^server/', pathNot: ['^server/(main|app)\\.ts$', '^server/routes/'] },
      { path: '^server/routes/' },
    ),
    forbid(
      'archive-is-lowest',
      'The archive keeps what it is given; it knows nobody above it.',
      { path: '^server/archive/' },
      { path: '^server/(?!archive/)' },
    ),
    forbid(
      'only-main-picks-an-archive',
      "Everybody else knows the contract alone; an operator's command is a main of its own.",
      { path: '^server/', pathNot: ['^server/main\\.ts$', '^server/commands/', '^server/archive/[^/]+/'] },
      { path: '^server/archive/[^/]+/' },
    ),
    forbid(
      'archives-do-not-mix',
      'One kind of archive never leans on another.',
      { path: '^server/archive/([^/]+)/' },
      { path: '^server/archive/[^/]+/', pathNot: '^server/archive/$1/' },
    ),
    forbid(
      'documents-see-versions',
      'Documents are made from versions, not from rooms.',
      { path: '^server/documents/' },
      { path: '^server/(app\\.ts$|identity/|routes/|room/|sitting/|archive/)' },
    ),

    // Who may touch what
    forbid(
      'only-archive-file-touches-the-disk',
      'Durability is promised in one place; what the kernel tells of a thread is no disk.',
      {
        path: '^(shared|server|client)/',
        pathNot: [
          '^server/main\\.ts$',
          '^server/commands/',
          '^server/archive/file/',
          '^server/sitting/processor\\.ts$',
        ],
      },
      { path: ['^(node:)?fs(/promises)?$', `${npm('lowdb')}/lib/(node|adapters/node)`, `${npm('steno')}/`] },
    ),
    forbid(
      'only-app-and-routes-see-express',
      'Below the routes there is no HTTP framework.',
      { path: '^(shared|server|client)/', pathNot: ['^server/app\\.ts$', '^server/routes/'] },
      { path: [`${npm('express')}/`, `${npm('express-serve-static-core')}/`] },
    ),
    forbid(
      'the-screen-is-the-clients',
      'ProseMirror and React are in the client only.',
      { path: '^(shared|server)/' },
      { path: npm('prosemirror-|react|@react-') },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
