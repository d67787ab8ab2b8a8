import { lazy, Suspense, useEffect, useRef } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { t } from './messages/en';
import { Incidents } from './pages/Incidents';
import { Header } from './parts/Header';
import { Loading, Note } from './parts/States';
import { Link } from './parts/Ways';

const IncidentSheet = lazy(() => import('./pages/IncidentSheet'));
const Reports = lazy(() => import('./pages/Reports'));
const Reader = lazy(() => import('./pages/Reader'));
const Judgements = lazy(() => import('./pages/Judgements'));
const Imports = lazy(() => import('./pages/Imports'));
const Matches = lazy(() => import('./pages/Matches'));
const Actors = lazy(() => import('./pages/Actors'));
const Actor = lazy(() => import('./pages/Actor'));
const Perspectives = lazy(() => import('./pages/Perspectives'));
const PerspectiveEditor = lazy(() => import('./pages/PerspectiveEditor'));
const Findings = lazy(() => import('./pages/Findings'));
const Difference = lazy(() => import('./pages/Difference'));

export function App() {
  const main = useRef<HTMLElement>(null);
  const { pathname, search } = useLocation();
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
            <Route path="/" element={<Navigate to={{ pathname: '/incidents', search }} replace />} />
            <Route path="/incidents" element={<Incidents />} />
            <Route path="/incidents/:id" element={<IncidentSheet />} />
            <Route path="/reports" element={<Reports />} />
            <Route path="/reports/:id" element={<Reader />} />
            <Route path="/judgements" element={<Judgements />} />
            <Route path="/matches" element={<Matches />} />
            <Route path="/imports" element={<Imports />} />
            <Route path="/actors" element={<Actors />} />
            <Route path="/actors/:id" element={<Actor />} />
            <Route path="/perspectives" element={<Perspectives />} />
            <Route path="/perspectives/edit" element={<PerspectiveEditor />} />
            <Route path="/difference" element={<Difference />} />
            <Route path="/findings" element={<Findings />} />
            <Route path="/findings/:page" element={<Findings />} />
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
        <Link to="/perspectives">{t.nav.perspectives}</Link>
        <span>{t.footer}</span>
      </footer>
    </>
  );
}
