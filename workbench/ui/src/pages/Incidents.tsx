import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { API, get } from '../api/client';
import type { Facets, IncidentRow, Page } from '../api/types';
import { filterQuery, sorted, toggled, withoutFilters, withValue, type SortKey } from '../filters';
import { shortRange } from '../format';
import { t } from '../messages/en';
import { asking } from '../perspective';
import { Filters } from '../parts/Filters';
import { StanceGlyph, StatusMark } from '../parts/Glyphs';
import { typing } from '../parts/Header';
import { WhenText, WhereText } from '../parts/Said';
import { Failed, Loading, Note, Prose } from '../parts/States';
import { Link, useGo, usePerspective } from '../parts/Ways';

const AreaMap = lazy(() => import('../parts/AreaMap'));
const Timeline = lazy(() => import('../parts/Timeline'));

/** So many rows are fetched without asking, so that map and table show the same; more on demand. */
const WITHOUT_ASKING = 2000;

export function Incidents() {
  const [params, setParams] = useSearchParams();
  const perspective = usePerspective();
  const query = filterQuery(params).toString();
  const [hovered, setHovered] = useState<string | null>(null);

  const list = useInfiniteQuery({
    queryKey: ['incidents', query, perspective],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(query);
      page.set('limit', '200');
      if (pageParam) page.set('cursor', pageParam);
      return get<Page<IncidentRow>>(`/incidents${asking(page, perspective)}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const facets = useQuery({
    queryKey: ['facets', query, perspective],
    queryFn: ({ signal }) => get<Facets>(`/incidents/facets${asking(query, perspective)}`, signal),
    placeholderData: keepPreviousData,
  });

  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const total = list.data?.pages[0]?.total ?? rows.length;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rows.length < WITHOUT_ASKING) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length]);

  const setTimes = useCallback(
    (from: string | null, to: string | null) =>
      setParams((old) => withValue(withValue(old, 'from', from), 'to', to), { replace: true }),
    [setParams],
  );
  const setBox = useCallback(
    (box: string | null) => setParams((old) => withValue(old, 'bbox', box), { replace: true }),
    [setParams],
  );

  const filtered = query !== '';
  const empty = list.data !== undefined && total === 0 && !filtered;
  return (
    <div className={`incidents${list.isPlaceholderData ? ' stale' : ''}`}>
      <title>{`${t.incidents.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.incidents.title}</h1>
        <span className="total" role="status">
          {list.data ? t.count.incidents(total) : ''}
        </span>
        <a className="csv" href={`${API}/incidents.csv${asking(query, perspective)}`} download>
          {t.incidents.csv}
        </a>
      </div>
      {!empty && <Filters params={params} setParams={setParams} facets={facets.data} />}
      {list.error ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : empty ? (
        <Note title={t.incidents.emptyLedger}>
          <Prose text={t.incidents.emptyLedgerDo} />
        </Note>
      ) : (
        <>
          <section className="panel timeline" aria-label={t.timeline.title}>
            <Suspense fallback={<Loading />}>
              {facets.data && (
                <Timeline
                  months={facets.data.months}
                  undated={facets.data.undated}
                  from={params.get('from')}
                  to={params.get('to')}
                  onTimes={setTimes}
                />
              )}
            </Suspense>
          </section>
          <div className="split">
            <section className="panel table-panel" aria-label={t.incidents.table}>
              {list.data ? (
                <Table rows={rows} hovered={hovered} onHover={setHovered} params={params} setParams={setParams} />
              ) : (
                <Loading />
              )}
              {list.data && total === 0 && (
                <div className="note small">
                  <p>
                    <strong>{t.incidents.none}</strong> {t.incidents.noneDo}
                  </p>
                  <button type="button" onClick={() => setParams(withoutFilters(params))}>
                    {t.incidents.clearAll}
                  </button>
                </div>
              )}
              {isFetchingNextPage && <Loading>{t.incidents.loadingMore(rows.length, total)}</Loading>}
              {hasNextPage && !isFetchingNextPage && rows.length >= WITHOUT_ASKING && (
                <button type="button" onClick={() => void fetchNextPage()}>
                  {t.incidents.more(rows.length, total)}
                </button>
              )}
            </section>
            <section className="panel map-panel" aria-label={t.map.title}>
              <Suspense fallback={<Loading>{t.map.loading}</Loading>}>
                {list.data ? (
                  <AreaMap rows={rows} hovered={hovered} onHover={setHovered} box={params.get('bbox')} onBox={setBox} />
                ) : (
                  <Loading />
                )}
              </Suspense>
            </section>
          </div>
        </>
      )}
    </div>
  );
}

const columns: [SortKey | 'who', string][] = [
  ['label', t.incidents.columns.label],
  ['when', t.incidents.columns.when],
  ['what', t.incidents.columns.what],
  ['who', t.incidents.columns.who],
  ['killed', t.incidents.columns.killed],
  ['wounded', t.incidents.columns.wounded],
  ['status', t.incidents.columns.status],
  ['sources', t.incidents.columns.sources],
];

const numeric = new Set(['killed', 'wounded', 'sources']);

function Table(props: {
  rows: IncidentRow[];
  hovered: string | null;
  onHover: (id: string | null) => void;
  params: URLSearchParams;
  setParams: (params: URLSearchParams) => void;
}) {
  const [key = 'when', direction = 'down'] = (props.params.get('sort') ?? 'when').split('.') as [SortKey, string?];
  const down = props.params.has('sort') ? direction === 'down' : true;
  const rows = useMemo(() => sorted(props.rows, key, down), [props.rows, key, down]);
  const navigate = useGo();
  const body = useRef<HTMLTableSectionElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))
        return;
      if (event.key !== 'j' && event.key !== 'k') return;
      const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a.row') ?? [])];
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      links[event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const sort = (by: SortKey): void => {
    const next = new URLSearchParams(props.params);
    next.set('sort', `${by}.${by === key && down ? 'up' : 'down'}`);
    props.setParams(next);
  };
  if (rows.length === 0) return null;
  return (
    <table className="list">
      <caption className="unseen">{t.incidents.table}</caption>
      <thead>
        <tr>
          {columns.map(([column, name]) => (
            <th
              key={column}
              scope="col"
              className={`col-${column}${numeric.has(column) ? ' numeric' : ''}`}
              aria-sort={column === key ? (down ? 'descending' : 'ascending') : undefined}
            >
              {column === 'who' ? (
                name
              ) : (
                <button type="button" className="sort" onClick={() => sort(column)}>
                  {name}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <tr
            key={row.id}
            className={row.id === props.hovered ? 'hovered' : ''}
            onMouseEnter={() => props.onHover(row.id)}
            onMouseLeave={() => props.onHover(null)}
            onClick={(event) => {
              const on = event.target as HTMLElement;
              if (!on.closest('a, button') && !window.getSelection()?.toString()) {
                navigate(`/incidents/${row.label}`);
              }
            }}
          >
            <td className="col-label">
              <Link
                className="row"
                to={`/incidents/${row.label}`}
                onFocus={() => props.onHover(row.id)}
                onBlur={() => props.onHover(null)}
                aria-label={`${row.label}: ${row.summary}`}
              >
                {row.label}
              </Link>
            </td>
            <td className="col-when">
              <WhenText date={row.when} />
            </td>
            <td className="col-what">
              <span className="summary">{row.summary}</span>
              <span className="sub">
                {t.type[row.type]} · <WhereText place={row.where} />
              </span>
            </td>
            <td className="col-who">
              {row.actors.length === 0 && <span className="unknown">{t.incidents.nobodyNamed}</span>}
              {row.actors.map((actor) => (
                <span className="who" key={actor.id}>
                  <button
                    type="button"
                    className="link"
                    aria-pressed={props.params.getAll('actor').includes(actor.id)}
                    onClick={() => props.setParams(toggled(props.params, 'actor', actor.id))}
                  >
                    {actor.name}
                  </button>
                  <span className="stances">
                    {actor.stances.map((stance) => (
                      <span key={stance} title={t.stance[stance]} className={`stance stance-${stance}`}>
                        <StanceGlyph stance={stance} />
                        {t.stance[stance]}
                      </span>
                    ))}
                  </span>
                </span>
              ))}
            </td>
            <td className={`col-killed numeric${row.killed ? '' : ' unknown'}`} data-name={t.incidents.columns.killed}>
              {shortRange(row.killed)}
            </td>
            <td
              className={`col-wounded numeric${row.wounded ? '' : ' unknown'}`}
              data-name={t.incidents.columns.wounded}
            >
              {shortRange(row.wounded)}
            </td>
            <td className="col-status">
              <StatusMark status={row.status} />
            </td>
            <td className="col-sources numeric" data-name={t.incidents.columns.sources}>
              {row.reports} <span className="sub">{t.incidents.originsShort(row.origins)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
