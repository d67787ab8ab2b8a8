import { Link } from 'react-router';
import type { ReportRow } from '../api/types';
import { day } from '../format';
import { t } from '../messages/en';
import { Failed, Loading, Note, Prose } from '../parts/States';
import { usePages } from '../parts/usePages';

export default function Reports() {
  const { items, total, error, again, more } = usePages<ReportRow>('/reports');
  if (error) return <Failed error={error} again={again} />;
  if (!items) return <Loading />;
  if (items.length === 0) {
    return (
      <Note title={t.reports.none}>
        <Prose text={t.reports.noneDo} />
      </Note>
    );
  }
  const columns = t.reports.columns;
  return (
    <div>
      <title>{`${t.reports.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.reports.title}</h1>
        <span className="total">{t.count.reports(total)}</span>
      </div>
      <div className="panel scroll-x">
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
    </div>
  );
}
