import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { get } from '../api/client';
import type { OutletRow, ReportRow } from '../api/types';
import { reportFilters, reportQuery, withValue, withoutFilters } from '../filters';
import { day } from '../format';
import { t } from '../messages/en';
import { Failed, Loading, Note, Prose } from '../parts/States';
import { Link } from '../parts/Ways';
import { WordsField } from '../parts/WordsField';
import { usePages } from '../parts/usePages';

type SetParams = (params: URLSearchParams, options?: { replace: boolean }) => void;

export default function Reports() {
  const [params, setParams] = useSearchParams();
  const query = reportQuery(params);
  const { items, total, stale, error, again, more } = usePages<ReportRow>('/reports', query);
  const clear = (): void => setParams(withoutFilters(params, reportFilters));
  if (!items && !error) return <Loading />;
  if (items?.length === 0 && query.size === 0) {
    return (
      <Note title={t.reports.none}>
        <Prose text={t.reports.noneDo} />
      </Note>
    );
  }
  return (
    <div>
      <title>{`${t.reports.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.reports.title}</h1>
        {items && (
          <span className="total" role="status">
            {t.count.reports(total)}
          </span>
        )}
      </div>
      <ReportFilters params={params} setParams={setParams} clear={query.size > 0 ? clear : null} />
      {error ? (
        <Failed error={error} again={again} />
      ) : items?.length === 0 ? (
        <Note title={t.reports.noneFits}>
          <p>{t.reports.noneFitsDo}</p>
          <button type="button" onClick={clear}>
            {t.incidents.clearAll}
          </button>
        </Note>
      ) : (
        <ReportTable items={items ?? []} stale={stale} more={more} />
      )}
    </div>
  );
}

/** The filters are the query string, so that a list can be passed on by its address. */
function ReportFilters(props: { params: URLSearchParams; setParams: SetParams; clear: (() => void) | null }) {
  const { params, setParams, clear } = props;
  const outlets = useQuery({
    queryKey: ['outlets'],
    queryFn: ({ signal }) => get<OutletRow[]>('/outlets', signal),
  });
  const chosen = params.get('outlet') ?? '';
  const listed = outlets.data ?? [];
  return (
    <search className="filters of-reports" aria-label={t.incidents.filters}>
      <form onSubmit={(event) => event.preventDefault()}>
        <WordsField
          asked={params.get('q') ?? ''}
          placeholder={t.reports.wordsPlaceholder}
          onWords={(words) => setParams(withValue(params, 'q', words), { replace: true })}
        />
        <label>
          {t.reports.columns.outlet}
          <select
            value={chosen}
            onChange={(event) => setParams(withValue(params, 'outlet', event.target.value))}
            className={chosen ? 'on' : ''}
          >
            <option value="">{t.incidents.any}</option>
            {chosen && !listed.some((one) => one.outlet === chosen) && <option value={chosen}>{chosen}</option>}
            {listed.map((one) => (
              <option key={one.outlet} value={one.outlet}>
                {one.outlet} ({one.reports})
              </option>
            ))}
          </select>
        </label>
        {(['from', 'to'] as const).map((name) => (
          <label key={name}>
            {t.reports[name]}
            <input
              type="date"
              value={params.get(name) ?? ''}
              onChange={(event) => setParams(withValue(params, name, event.target.value), { replace: true })}
            />
          </label>
        ))}
        <button type="button" className="quiet" disabled={!clear} onClick={() => clear?.()}>
          {t.incidents.clearAll}
        </button>
      </form>
    </search>
  );
}

function ReportTable({ items, stale, more }: { items: ReportRow[]; stale: boolean; more: (() => void) | null }) {
  const columns = t.reports.columns;
  return (
    <div className={`panel scroll-x${stale ? ' faded' : ''}`}>
      <table className="list">
        <caption className="unseen">{t.reports.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.published}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.outlet}</th>
            <th scope="col">{columns.genre}</th>
            <th scope="col">{columns.incidents}</th>
            <th scope="col" className="numeric">
              {columns.assertions}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((report) => (
            <tr key={report.id}>
              <td className="nowrap">{report.published ? day(report.published) : t.reports.undated}</td>
              <td>
                <Link to={`/reports/${report.id}`}>{report.title ?? t.untitled}</Link>
              </td>
              <td>{report.outlet ?? t.unknown}</td>
              <td className="nowrap">{t.genre[report.genre] ?? report.genre}</td>
              <td>
                {report.incidents.length === 0 && <span className="unknown">{t.reports.noIncident}</span>}
                <span className="labels">
                  {report.incidents.map((label) => (
                    <Link key={label} to={`/incidents/${label}`}>
                      {label}
                    </Link>
                  ))}
                </span>
              </td>
              <td className="numeric">{report.assertions}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <button type="button" onClick={more}>
          {t.reports.more}
        </button>
      )}
    </div>
  );
}
