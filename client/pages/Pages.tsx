import { type ComponentType, lazy, Suspense } from 'react'
import { matchPath, Route, Routes } from 'react-router'
import { Spinner } from '../design/parts/Spinner.tsx'
import { CapacityGate } from './CapacityGate.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

type Coming = () => Promise<{ readonly default: ComponentType }>
interface Places {
  readonly [path: string]: Coming
}

const page = (it: ComponentType) => ({ default: it })

/** What stands where. Each page comes by itself: nobody waits for one that they don't open. */
const OUTSIDE: Places = {
  '/': () => import('./enter/HomePage.tsx').then((it) => page(it.HomePage)),
  '/public/:declaration': () => import('./roll/PublicRollPage.tsx'),
  '/enter/:code': () => import('./enter/EnterPage.tsx').then((it) => page(it.EnterPage)),
  '/d/:declaration/versions': () => import('./AddressOnPaper.tsx').then((it) => page(it.AddressOnPaper)),
}
const OF_A_CAPACITY: Places = {
  '': () => import('./declarations/DeclarationsPage.tsx').then((it) => page(it.DeclarationsPage)),
  people: () => import('./people/PeoplePage.tsx').then((it) => page(it.PeoplePage)),
  refused: () => import('./trail/TrailPage.tsx').then((it) => page(it.TrailPage)),
  access: () => import('./access/AccessPage.tsx').then((it) => page(it.AccessPage)),
}
const OF_A_DECLARATION: Places = {
  '': () => import('../room/RoomPage.tsx').then((it) => page(it.RoomPage)),
  desk: () => import('./desk/DeskPage.tsx').then((it) => page(it.DeskPage)),
  versions: () => import('./versions/VersionsPage.tsx').then((it) => page(it.VersionsPage)),
  replay: () => import('./replay/ReplayPage.tsx').then((it) => page(it.ReplayPage)),
  file: () => import('./file/FilePage.tsx').then((it) => page(it.FilePage)),
  account: () => import('./account/AccountPage.tsx').then((it) => page(it.AccountPage)),
  silence: () => import('./silence/SilencePage.tsx').then((it) => page(it.SilencePage)),
  endorse: () => import('./endorse/EndorsePage.tsx').then((it) => page(it.EndorsePage)),
  screen: () => import('./screen/ScreenPage.tsx').then((it) => page(it.ScreenPage)),
  roll: () => import('./roll/RollPage.tsx').then((it) => page(it.RollPage)),
}

const CAPACITY = '/as/:capacity'
const DECLARATION = 'd/:declaration'
const BY_ROOT = [
  ['', OUTSIDE],
  [`${CAPACITY}/`, OF_A_CAPACITY],
  [`${CAPACITY}/${DECLARATION}/`, OF_A_DECLARATION],
] as const

/** The page that is opened comes while it is still being asked who is here. */
export function fetchAhead(address: string): void {
  for (const [root, places] of BY_ROOT) {
    for (const [path, coming] of Object.entries(places)) {
      // What doesn't come now is asked for again where it is shown, and missed there.
      if (matchPath(root + path, address)) coming().catch(() => {})
    }
  }
}

const routesOf = (places: Places) =>
  Object.entries(places).map(([path, coming]) => {
    const Page = lazy(coming)
    return <Route key={path} path={path} element={<Page />} />
  })

const outside = routesOf(OUTSIDE)
const ofCapacity = routesOf(OF_A_CAPACITY)
const ofDeclaration = routesOf(OF_A_DECLARATION)

export function Pages() {
  return (
    <Suspense fallback={<Spinner />}>
      <Routes>
        {outside}
        <Route path={CAPACITY} element={<CapacityGate />}>
          {ofCapacity}
          <Route path={DECLARATION}>{ofDeclaration}</Route>
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
