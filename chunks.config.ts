const anyOf = (...paths: readonly string[]): RegExp => new RegExp(paths.join('|'))

/** What every page stands on: its head, and what it asks the server first. No widgets: the lightest do without. */
export const EVERYWHERE = anyOf(
  'node_modules/(react|react-router|@noble/hashes)/',
  'client/(useEvery|i18n|dates)[.]',
  'client/api/(api|capacity|conference|failure|session|shelf|useAsk)[.]',
  'client/design/plain/(Button|Disclosure|IconButton)[.]',
  'client/design/parts/(Announcer|Badge|CapacityMenu|DeclarationNav|Flag|Icon|LanguageSwitch)[.]',
  'client/design/parts/(Page|PageHeader|Paraph|Problem|Spinner)[.]',
  'client/sync/(briefcase|naming|signOut|tray)[.]',
  'client/pages/endorse/keepsake[.]',
)

/** What a signatory's page is made of beside, but not the receipt, which comes once it is signed. */
export const ENDORSING = anyOf(
  'client/design/plain/(ConfirmDialog|TextField|Checkbox|Segments)[.]',
  'client/pages/endorse/(?!Receipt|QrCode|receiptText|keepsake)',
)
