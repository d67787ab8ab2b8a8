import { useState } from 'react';
import type { JudgementView } from '../api/types';
import { moment } from '../format';
import { t } from '../messages/en';
import { JudgeForm } from '../parts/JudgeForm';
import { Failed, Loading } from '../parts/States';
import { Link } from '../parts/Ways';
import { useJudge, type Judge } from '../parts/useJudge';
import { usePages } from '../parts/usePages';

/** What people decided about the record, newest first; undoing is a decision too, so nothing ever leaves this list. */
export default function Judgements() {
  const { items, total, error, again, more } = usePages<JudgementView>('/judgements');
  const judge = useJudge();
  const [undoing, setUndoing] = useState<string | null>(null);
  if (error) return <Failed error={error} again={again} />;
  if (!items) return <Loading />;
  const columns = t.judgements.columns;
  const byId = new Map(items.map((one) => [one.id, one]));
  return (
    <div className="judgements">
      <title>{`${t.judgements.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.judgements.title}</h1>
        {total > 0 && <span className="total">{t.count.judgements(total)}</span>}
      </div>
      <p className="lead">{t.judgements.what}</p>
      {judge.undo.data && (
        <p className="banner" role="status">
          {t.judge.undone}
        </p>
      )}
      {items.length === 0 ? (
        <p className="panel empty">
          <strong>{t.judgements.none}</strong> {t.judgements.noneDo}
        </p>
      ) : (
        <div className="panel scroll-x">
          <table className="list">
            <caption className="unseen">{t.judgements.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.at}</th>
                <th scope="col">{columns.user}</th>
                <th scope="col">{columns.decision}</th>
                <th scope="col">{columns.reason}</th>
                <th scope="col">{columns.about}</th>
                <th scope="col">
                  <span className="unseen">{t.judge.undo}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row
                  key={one.id}
                  one={one}
                  undoneBy={one.undoneBy ? byId.get(one.undoneBy) : undefined}
                  judge={judge}
                  asking={undoing === one.id}
                  onAsk={(on) => {
                    judge.undo.reset();
                    setUndoing(on ? one.id : null);
                  }}
                />
              ))}
            </tbody>
          </table>
          {more && (
            <button type="button" onClick={more}>
              {t.reports.more}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Row(props: {
  one: JudgementView;
  undoneBy: JudgementView | undefined;
  judge: Judge;
  asking: boolean;
  onAsk: (on: boolean) => void;
}) {
  const { one, undoneBy, judge, asking, onAsk } = props;
  const over = one.undoneBy !== null;
  return (
    <tr className={over ? 'over' : ''} id={one.id}>
      <td className="at">
        <time dateTime={one.at}>{moment(one.at)}</time>
      </td>
      <td className="user">{one.user}</td>
      <td className="decision">
        <span className="kind">{t.judgements.kinds[one.decision]}</span>
        <span className="sentence">{one.description}</span>
        {over && (
          <span className="sub">
            {undoneBy ? t.judgements.undoneBy(undoneBy.user, moment(undoneBy.at)) : t.judgements.undone}
          </span>
        )}
        {asking && (
          <JudgeForm
            what={t.judgements.undoWhat}
            pending={judge.undo.isPending}
            error={judge.undo.error}
            onCancel={() => onAsk(false)}
            onRecord={(user, reason) =>
              judge.undo.mutate({ id: one.id, user, reason }, { onSuccess: () => onAsk(false) })
            }
          />
        )}
      </td>
      <td className={one.reason ? 'reason' : 'reason unknown'}>{one.reason || t.judgements.noReason}</td>
      <td>
        <ul className="plain">
          {one.incidents.map((label) => (
            <li key={label}>
              <Link to={`/incidents/${label}${one.assertion ? `?assertion=${one.assertion}` : ''}`}>
                {t.judgements.incident(label)}
              </Link>
            </li>
          ))}
          {one.reports.map((report, index) => (
            <li key={report}>
              <Link to={`/reports/${report}${one.assertion ? `?assertion=${one.assertion}` : ''}`}>
                {one.assertion ? t.judgements.words : t.judgements.report(index + 1, one.reports.length)}
              </Link>
            </li>
          ))}
        </ul>
      </td>
      <td className="nowrap numeric">
        {!over && (
          <button type="button" className="small" aria-expanded={asking} onClick={() => onAsk(!asking)}>
            {t.judge.undo}
          </button>
        )}
      </td>
    </tr>
  );
}
