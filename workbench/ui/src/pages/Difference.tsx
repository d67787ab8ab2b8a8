import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { API, get } from '../api/client';
import type { ChangedIncident, Difference as Differing, SettledSide } from '../api/types';
import { t } from '../messages/en';
import { StatusMark } from '../parts/Glyphs';
import { PerspectiveSelect } from '../parts/PerspectiveSwitch';
import { WhenText, WhereText } from '../parts/Said';
import { Failed, Loading } from '../parts/States';
import { Link, usePerspective } from '../parts/Ways';
import { EVERY_VOICE } from '../perspective';
import { withInterval } from '../weighing';

/** What one compares with where the address names nothing. */
const OTHER = 'cautious-coder';

const aspects = ['actor', 'status', 'toll'] as const;

/** Two perspectives side by side: the incidents on which they part, and why. */
export default function Difference() {
  const [params, setParams] = useSearchParams();
  const first = usePerspective();
  const second = params.get('against') ?? (first === OTHER ? EVERY_VOICE : OTHER);
  const only = params.getAll('differs');
  const query = new URLSearchParams({ perspective: first, against: second }).toString();
  const answer = useQuery({
    queryKey: ['difference', query],
    queryFn: ({ signal }) => get<Differing>(`/difference?${query}`, signal),
    placeholderData: keepPreviousData,
    enabled: first !== second,
  });
  const choose = (one: string, other: string): void => {
    const next = new URLSearchParams(params);
    next.set('perspective', one);
    next.set('against', other);
    setParams(next);
  };
  const toggle = (aspect: string): void => {
    const next = new URLSearchParams(params);
    if (only.includes(aspect)) next.delete('differs', aspect);
    else next.append('differs', aspect);
    setParams(next, { replace: true });
  };
  const all = answer.data?.changes ?? [];
  const shown = only.length === 0 ? all : all.filter((one) => one.differs.some((aspect) => only.includes(aspect)));
  return (
    <div className="difference">
      <title>{`${t.difference.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.difference.title}</h1>
        {answer.data && first !== second && (
          <>
            <span className="total" role="status">
              {t.difference.count(all.length, answer.data.incidents)}
            </span>
            <a className="csv" href={`${API}/difference.csv?${query}`} download>
              {t.difference.csv}
            </a>
          </>
        )}
      </div>
      <p className="lead">{t.difference.what}</p>
      <div className="choosing">
        <label>
          {t.difference.first}
          <PerspectiveSelect value={first} onChange={(name) => choose(name, second)} />
        </label>
        <button
          type="button"
          className="small"
          aria-label={t.difference.swap}
          title={t.difference.swap}
          onClick={() => choose(second, first)}
        >
          ⇄
        </button>
        <label>
          {t.difference.second}
          <PerspectiveSelect value={second} onChange={(name) => choose(first, name)} />
        </label>
        <fieldset>
          <legend>{t.difference.show}</legend>
          {aspects.map((aspect) => (
            <button
              key={aspect}
              type="button"
              className="chip"
              aria-pressed={only.includes(aspect)}
              onClick={() => toggle(aspect)}
            >
              {t.difference.aspects[aspect]} ({all.filter((one) => one.differs.includes(aspect)).length})
            </button>
          ))}
        </fieldset>
      </div>
      {first === second ? (
        <p className="panel empty">{t.difference.same}</p>
      ) : answer.error ? (
        <Failed error={answer.error} again={() => void answer.refetch()} />
      ) : !answer.data ? (
        <Loading />
      ) : all.length === 0 ? (
        <p className="panel empty">{t.difference.none}</p>
      ) : (
        <div className={`panel scroll-x${answer.isPlaceholderData ? ' stale' : ''}`}>
          <table className="list changes">
            <caption className="unseen">{t.difference.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.incidents.columns.what}</th>
                <th scope="col">{answer.data.perspective.name}</th>
                <th scope="col">{answer.data.against.name}</th>
                <th scope="col">{t.difference.because}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Row key={one.id} one={one} first={first} second={second} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ one, first, second }: { one: ChangedIncident; first: string; second: string }) {
  return (
    <tr>
      <td className="col-what">
        <Link to={`/incidents/${one.label}`}>
          <b>{one.label}</b> <span className="summary">{one.summary}</span>
        </Link>
        <span className="sub">
          <WhenText date={one.when} /> · <WhereText place={one.where} />
        </span>
        <span className="sub">
          {t.difference.changed}: {one.differs.map((aspect) => t.difference.aspects[aspect]).join(', ')}
        </span>
      </td>
      <Side one={one} side={one.before} name={first} />
      <Side one={one} side={one.after} name={second} />
      <td className="wrap because">{one.because}</td>
    </tr>
  );
}

function Side({ one, side, name }: { one: ChangedIncident; side: SettledSide; name: string }) {
  const differs = (aspect: 'actor' | 'status' | 'toll'): string => (one.differs.includes(aspect) ? 'differs' : 'alike');
  return (
    <td className="side" title={side.why}>
      <Link to={`/incidents/${one.label}?perspective=${name}`} className={differs('status')}>
        <StatusMark status={side.status} />
      </Link>
      <span className={`who ${differs('actor')}`}>
        {side.leader ? side.leader.name : t.difference.nobody}
        {side.support && side.support.support > 0 && (
          <span className="sub">
            {t.why.support} {withInterval(side.support)}
          </span>
        )}
      </span>
      <span className={`toll ${differs('toll')}`}>
        {t.difference.killed} {side.killed?.toLocaleString('en') ?? t.unknown}, {t.difference.wounded}{' '}
        {side.wounded?.toLocaleString('en') ?? t.unknown}
      </span>
    </td>
  );
}
