import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { get } from '../api/client';
import type { About } from '../api/types';
import { day } from '../format';
import { t } from '../messages/en';
import { applyTheme, storedTheme, themes, type Theme } from '../theme';
import { Logo } from './Glyphs';
import { PerspectiveSwitch } from './PerspectiveSwitch';
import { Link, NavLink, useGo } from './Ways';

const Palette = lazy(() => import('./Palette'));
const KeyHelp = lazy(() => import('./KeyHelp'));

const places: Record<string, string> = {
  i: '/incidents',
  r: '/reports',
  a: '/actors',
  m: '/matches',
  f: '/findings',
  p: '/perspectives',
};

/** Whether keys belong to what is being typed. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target;
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

/** The last part of a path; the whole of a name. */
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

export function Header() {
  const about = useQuery({ queryKey: ['about'], queryFn: ({ signal }) => get<About>('/about', signal) });
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const [dialog, setDialog] = useState<'palette' | 'keys' | null>(null);
  const navigate = useGo();
  const goes = useRef(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setDialog('palette');
        return;
      }
      if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))
        return;
      const place = places[event.key];
      if (event.key === '?') {
        setDialog('keys');
      } else if (event.key === 'g') {
        goes.current = event.timeStamp;
      } else if (place && goes.current > 0 && event.timeStamp - goes.current < 1500) {
        goes.current = 0;
        navigate(place);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);

  return (
    <header className="top">
      <Link to="/incidents" className="brand" title={t.tagline}>
        <Logo />
        {t.product}
      </Link>
      <nav aria-label={t.nav.label}>
        <NavLink to="/incidents">{t.nav.incidents}</NavLink>
        <NavLink to="/reports">{t.nav.reports}</NavLink>
        <NavLink to="/actors">{t.nav.actors}</NavLink>
        <NavLink to="/matches">{t.nav.matches}</NavLink>
        <NavLink to="/findings">{t.nav.findings}</NavLink>
        <NavLink to="/imports">{t.nav.imports}</NavLink>
      </nav>
      <button type="button" className="find" onClick={() => setDialog('palette')} aria-keyshortcuts="Control+K">
        <span>{t.header.search}</span>
        <kbd>{t.header.searchKeys}</kbd>
      </button>
      <dl className="facts">
        <div className="perspective">
          <dt>
            <Link to="/perspectives" title={t.header.perspectiveWhy}>
              {t.header.perspective}
            </Link>
          </dt>
          <dd>
            <PerspectiveSwitch />
          </dd>
        </div>
        {about.data && (
          <div title={about.data.ledger}>
            <dt>{t.header.ledger(fileName(about.data.ledger))}</dt>
            <dd>{about.data.asOf ? t.header.asOf(day(about.data.asOf)) : t.count.reports(about.data.reports)}</dd>
          </div>
        )}
      </dl>
      <label className="theme">
        <span className="unseen">{t.header.theme}</span>
        <select
          value={theme}
          onChange={(event) => {
            const chosen = event.target.value as Theme;
            setTheme(chosen);
            applyTheme(chosen);
          }}
        >
          {themes.map((name) => (
            <option key={name} value={name}>
              {t.header.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="quiet help" onClick={() => setDialog('keys')} aria-label={t.header.help}>
        ?
      </button>
      <Suspense>
        {dialog === 'palette' && <Palette onClose={() => setDialog(null)} />}
        {dialog === 'keys' && <KeyHelp onClose={() => setDialog(null)} />}
      </Suspense>
    </header>
  );
}
