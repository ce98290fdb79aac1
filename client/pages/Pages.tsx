import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { Spinner } from '../design/parts/Spinner.tsx'
import { CapacityGate } from './CapacityGate.tsx'
import { DeclarationsPage } from './declarations/DeclarationsPage.tsx'
import { EnterPage } from './enter/EnterPage.tsx'
import { HomePage } from './enter/HomePage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const room = () => import('../room/RoomPage.tsx').then((it) => ({ default: it.RoomPage }))
const desk = () => import('./desk/DeskPage.tsx').then((it) => ({ default: it.DeskPage }))

/** The two largest pages come while it is still being asked who is here. */
export function fetchAhead(path: string): void {
  if (/^\/as\/[^/]+\/d\/[^/]+\/?$/.test(path)) void room()
  else if (/^\/as\/[^/]+\/d\/[^/]+\/desk$/.test(path)) void desk()
}

const RoomPage = lazy(room)
const DeskPage = lazy(desk)
const VersionsPage = lazy(() =>
  import('./versions/VersionsPage.tsx').then((it) => ({ default: it.VersionsPage })),
)
const EndorsePage = lazy(() =>
  import('./endorse/EndorsePage.tsx').then((it) => ({ default: it.EndorsePage })),
)
const SilencePage = lazy(() =>
  import('./silence/SilencePage.tsx').then((it) => ({ default: it.SilencePage })),
)
const RollPage = lazy(() => import('./roll/RollPage.tsx').then((it) => ({ default: it.RollPage })))
const PublicRollPage = lazy(() => import('./roll/PublicRollPage.tsx'))
const AccountPage = lazy(() =>
  import('./account/AccountPage.tsx').then((it) => ({ default: it.AccountPage })),
)
const ScreenPage = lazy(() => import('./screen/ScreenPage.tsx').then((it) => ({ default: it.ScreenPage })))
const ReplayPage = lazy(() => import('./replay/ReplayPage.tsx').then((it) => ({ default: it.ReplayPage })))
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx').then((it) => ({ default: it.PeoplePage })))
const AccessPage = lazy(() => import('./access/AccessPage.tsx').then((it) => ({ default: it.AccessPage })))
const TrailPage = lazy(() => import('./trail/TrailPage.tsx').then((it) => ({ default: it.TrailPage })))

export function Pages() {
  return (
    <Suspense fallback={<Spinner />}>
      <Routes>
        <Route path="/" element={<HomePage />} />
        <Route path="/public/:declaration" element={<PublicRollPage />} />
        <Route path="/enter/:code" element={<EnterPage />} />
        <Route path="/as/:capacity" element={<CapacityGate />}>
          <Route index element={<DeclarationsPage />} />
          <Route path="people" element={<PeoplePage />} />
          <Route path="refused" element={<TrailPage />} />
          <Route path="access" element={<AccessPage />} />
          <Route path="d/:declaration">
            <Route index element={<RoomPage />} />
            <Route path="desk" element={<DeskPage />} />
            <Route path="versions" element={<VersionsPage />} />
            <Route path="replay" element={<ReplayPage />} />
            <Route path="account" element={<AccountPage />} />
            <Route path="silence" element={<SilencePage />} />
            <Route path="endorse" element={<EndorsePage />} />
            <Route path="screen" element={<ScreenPage />} />
            <Route path="roll" element={<RollPage />} />
          </Route>
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  )
}
