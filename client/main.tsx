import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './design/tokens.css'
import './design/base.css'
import { ConferenceProvider } from './api/conference.tsx'
import { SessionProvider } from './api/session.tsx'
import { AnnouncerProvider } from './design/parts/Announcer.tsx'
import { LanguageProvider, tongueOf, usualLanguage } from './i18n.tsx'
import { fetchAhead, Pages } from './pages/Pages.tsx'
import { registerWorker } from './registerWorker.ts'

registerWorker()
fetchAhead(location.pathname)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// The catalogue comes beside the page, not after it.
const tongue = await tongueOf(usualLanguage())

createRoot(root).render(
  <StrictMode>
    <LanguageProvider tongue={tongue}>
      <ConferenceProvider>
        <SessionProvider>
          <AnnouncerProvider>
            <BrowserRouter>
              <Pages />
            </BrowserRouter>
          </AnnouncerProvider>
        </SessionProvider>
      </ConferenceProvider>
    </LanguageProvider>
  </StrictMode>,
)
