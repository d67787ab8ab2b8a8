import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { t } from './messages/en';
import { Incidents } from './pages/Incidents';
import { Header } from './parts/Header';
import { Loading, Note } from './parts/States';

const IncidentSheet = lazy(() => import('./pages/IncidentSheet'));
const Reports = lazy(() => import('./pages/Reports'));
const Reader = lazy(() => import('./pages/Reader'));
const Judgements = lazy(() => import('./pages/Judgements'));
const Imports = lazy(() => import('./pages/Imports'));
const Matches = lazy(() => import('./pages/Matches'));
const Actors = lazy(() => import('./pages/Actors'));
const Actor = lazy(() => import('./pages/Actor'));

export function App() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const first = useRef(true);

  // A new page begins at its top, for eyes and for screen readers; a new filter does not.
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <Header />
      <main id="content" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<Navigate to="/incidents" replace />} />
            <Route path="/incidents" element={<Incidents />} />
            <Route path="/incidents/:id" element={<IncidentSheet />} />
            <Route path="/reports" element={<Reports />} />
            <Route path="/reports/:id" element={<Reader />} />
            <Route path="/judgements" element={<Judgements />} />
            <Route path="/matches" element={<Matches />} />
            <Route path="/imports" element={<Imports />} />
            <Route path="/actors" element={<Actors />} />
            <Route path="/actors/:id" element={<Actor />} />
            <Route
              path="*"
              element={
                <Note title={t.states.notFound}>
                  <p>{t.states.notFoundDo}</p>
                  <Link to="/incidents">{t.states.toIncidents}</Link>
                </Note>
              }
            />
          </Routes>
        </Suspense>
      </main>
      <footer className="foot">
        <Link to="/judgements">{t.nav.judgements}</Link>
        <span>{t.footer}</span>
      </footer>
    </>
  );
}
