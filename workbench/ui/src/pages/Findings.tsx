import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { get } from '../api/client';
import type { Facets, Findings as Found, FindingView, SensitivityView } from '../api/types';
import { findingsQuery, pageNames, result, scopeNames, type PageName, type Relation } from '../findings';
import { country } from '../format';
import { t } from '../messages/en';
import { Figure } from '../parts/Figures';
import { FindingCard } from '../parts/FindingCard';
import { usePerspectiveTitle } from '../parts/PerspectiveSwitch';
import { Failed, Loading } from '../parts/States';
import { useActors } from '../parts/useActors';
import { Link, NavLink, usePerspective } from '../parts/Ways';
import { asking } from '../perspective';

const isPage = (name: string): name is PageName => (pageNames as string[]).includes(name);

/** What the record shows, a page for each kind of question. */
export default function Findings() {
  const { page = '' } = useParams();
  const { search } = useLocation();
  if (!isPage(page)) return <Navigate to={{ pathname: '/findings/escalation', search }} replace />;
  return <FindingsPage key={page} page={page} />;
}

function FindingsPage({ page }: { page: PageName }) {
  const [params] = useSearchParams();
  const perspective = usePerspective();
  const title = usePerspectiveTitle();
  const { hash } = useLocation();
  const isPair = page === 'pair' && params.has('actor') && params.has('other');
  const query = findingsQuery(page, params, perspective).toString();
  const found = useQuery({
    queryKey: ['findings', query],
    queryFn: ({ signal }) => get<Found>(`/findings?${query}`, signal),
    placeholderData: keepPreviousData,
  });
  const compared = useQuery({
    queryKey: ['findings', query, 'compare'],
    queryFn: ({ signal }) => get<Found>(`/findings?${query}&compare=true`, signal),
    enabled: found.isSuccess && !found.isPlaceholderData && found.data.items.some((one) => one.sensitivity !== null),
  });
  const moves = useMemo(() => {
    if (!compared.data) return null;
    return new Map<string, SensitivityView | null>(compared.data.items.map((one) => [one.id, one.sensitivity]));
  }, [compared.data]);
  const loaded = found.data !== undefined;
  useEffect(() => {
    if (loaded && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [loaded, hash]);

  const items = found.data?.items ?? [];
  const withFigures = items.filter((one) => one.result !== null);
  const scope = new URLSearchParams();
  for (const name of scopeNames) {
    const value = params.get(name);
    if (value) scope.set(name, value);
  }
  return (
    <div className="findings">
      <title>{`${t.findings.pages[page]} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.findings.title}</h1>
        <span className="total" role="status">
          {found.data ? `${t.findings.count(withFigures.length)} ${t.findings.under(title)}` : ''}
        </span>
      </div>
      <nav className="tabs" aria-label={t.findings.title}>
        {pageNames.map((name) => (
          <NavLink key={name} to={`/findings/${name}${scope.size > 0 ? `?${scope.toString()}` : ''}`}>
            {t.findings.pages[name]}
          </NavLink>
        ))}
      </nav>
      <p className="lead">{t.findings.asks[page]}</p>
      <Scope page={page} />
      {found.error ? (
        <Failed error={found.error} again={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : page === 'pair' && !isPair ? (
        <Pairs items={items} />
      ) : items.length === 0 ? (
        <p className="panel empty">
          <strong>{t.findings.none}</strong> {t.findings.noneDo}
        </p>
      ) : (
        <div className={found.isPlaceholderData ? 'stale' : ''}>
          {items.map((finding) => (
            <FindingCard
              key={finding.id}
              finding={finding}
              query={query}
              chosen={hash === `#${finding.id}`}
              moves={moves ? (moves.get(finding.id) ?? null) : compared.isError ? null : undefined}
            >
              <Figure finding={finding} items={items} />
            </FindingCard>
          ))}
        </div>
      )}
    </div>
  );
}

/** The pairs of which the record tells, those of most deeds and words first. */
function Pairs({ items }: { items: FindingView[] }) {
  const pairs = items
    .flatMap((finding) => {
      const relation = finding.kind === 'relations' ? result<Relation>(finding) : null;
      return relation ? [{ finding, relation }] : [];
    })
    .sort(
      (a, b) =>
        b.finding.incidents.length +
        b.finding.statements.length -
        a.finding.incidents.length -
        a.finding.statements.length,
    )
    .slice(0, 60);
  return (
    <section className="panel" aria-labelledby="pairs">
      <h2 id="pairs">{t.findings.pairs}</h2>
      <p className="hint">{t.findings.choosePair}</p>
      {pairs.length === 0 && <p className="empty">{t.findings.none}</p>}
      <ul className="plain pairs">
        {pairs.map(({ finding, relation }) => (
          <li key={finding.id}>
            <Link to={`/findings/pair?actor=${relation.first}&other=${relation.second}`}>{finding.subject}</Link>
            <span className="sub">{finding.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The part of the record that is looked at; it is the address. */
function Scope({ page }: { page: PageName }) {
  const [params, setParams] = useSearchParams();
  const perspective = usePerspective();
  const actors = useActors();
  const facets = useQuery({
    queryKey: ['facets', '', perspective],
    queryFn: ({ signal }) => get<Facets>(`/incidents/facets${asking('', perspective)}`, signal),
  });
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const clear = (): void => {
    const next = new URLSearchParams(params);
    for (const name of scopeNames) next.delete(name);
    setParams(next);
  };
  const known = (actors.data?.items ?? []).slice().sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const actorField = (name: 'actor' | 'other', label: string, none: string) => (
    <label>
      {label}
      <select value={params.get(name) ?? ''} onChange={(event) => set(name, event.target.value)}>
        <option value="">{none}</option>
        {known.map((actor) => (
          <option key={actor.id} value={actor.id}>
            {actor.name}
          </option>
        ))}
      </select>
    </label>
  );
  const isPair = page === 'pair';
  return (
    <search className="filters scope" aria-label={t.findings.scope}>
      <form onSubmit={(event) => event.preventDefault()}>
        {page !== 'outlook' && actorField('actor', t.findings.actor, isPair ? t.findings.choose : t.findings.anyActor)}
        {isPair && actorField('other', t.findings.other, t.findings.choose)}
        <label>
          {t.findings.country}
          <select value={params.get('country') ?? ''} onChange={(event) => set('country', event.target.value)}>
            <option value="">{t.findings.anyCountry}</option>
            {facets.data?.countries.map((one) => (
              <option key={one.value} value={one.value}>
                {country(one.value) ?? one.name} ({one.incidents})
              </option>
            ))}
          </select>
        </label>
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {t.findings[name]}
            <input type="date" value={params.get(name) ?? ''} onChange={(event) => set(name, event.target.value)} />
          </label>
        ))}
        {scopeNames.some((name) => params.has(name)) && (
          <button type="button" className="small" onClick={clear}>
            {t.findings.clear}
          </button>
        )}
      </form>
    </search>
  );
}
