import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { PerspectiveView } from '../api/types';
import { t } from '../messages/en';
import { usePerspectives } from '../parts/PerspectiveSwitch';
import { Failed, Loading } from '../parts/States';
import { Link, usePerspective } from '../parts/Ways';
import { switched } from '../perspective';

/** Every perspective with what it trusts, in words and in numbers. */
export default function Perspectives() {
  const all = usePerspectives();
  const { hash } = useLocation();
  const loaded = all.data !== undefined;
  useEffect(() => {
    if (loaded && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [loaded, hash]);
  if (all.error) return <Failed error={all.error} again={() => void all.refetch()} />;
  if (!all.data) return <Loading />;
  return (
    <div className="perspectives">
      <title>{`${t.perspectives.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.perspectives.title}</h1>
        <Link className="aside" to="/difference">
          {t.difference.title}
        </Link>
        <Link className="button" to="/perspectives/edit">
          {t.perspectives.write}
        </Link>
      </div>
      <p className="lead">{t.perspectives.what}</p>
      {all.data.map((one) => (
        <Policy key={one.name} one={one} />
      ))}
    </div>
  );
}

function Policy({ one }: { one: PerspectiveView }) {
  const [params, setParams] = useSearchParams();
  const now = usePerspective();
  return (
    <section className="panel policy" id={one.name} aria-labelledby={`title-${one.name}`}>
      <header>
        <h2 id={`title-${one.name}`}>{one.title}</h2>
        <code>{one.name}</code>
        <span className="sub">{one.builtIn ? t.perspectives.builtIn : t.perspectives.own}</span>
        <span className="buttons">
          {one.problem ? null : now === one.name ? (
            <strong className="in-use">{t.perspectives.inUse}</strong>
          ) : (
            <button type="button" className="small" onClick={() => setParams(switched(params, one.name))}>
              {t.perspectives.use}
            </button>
          )}
          {now !== one.name && !one.problem && (
            <Link to={`/difference?perspective=${now}&against=${one.name}`}>{t.perspectives.compare}</Link>
          )}
          <Link to={`/perspectives/edit?${one.builtIn ? 'from' : 'edit'}=${one.name}`}>
            {one.builtIn ? t.perspectives.from : t.perspectives.edit}
          </Link>
        </span>
      </header>
      {one.problem ? (
        <p className="problem" role="alert">
          <strong>{t.perspectives.broken}</strong> {one.problem.message}
        </p>
      ) : (
        <>
          <p className="about">{one.about}</p>
          <InWords one={one} />
          {one.references.length > 0 && (
            <details>
              <summary>{t.perspectives.references}</summary>
              <ul className="plain references">
                {one.references.map((reference) => (
                  <li key={reference}>{reference}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <details>
        <summary>{t.perspectives.yaml}</summary>
        <pre className="yaml">{one.yaml}</pre>
      </details>
    </section>
  );
}

/** Rules with the share of cases in which such a voice is held to be right, from half (a coin) to always. */
export function InWords({ one }: { one: PerspectiveView }) {
  return (
    <div className="in-words">
      <section>
        <h3>{t.perspectives.trusts}</h3>
        {one.trusts.length === 0 ? (
          <p className="empty">{t.perspectives.noRules}</p>
        ) : (
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{t.perspectives.rule}</th>
                <th scope="col">{t.perspectives.right}</th>
                <th scope="col">{t.perspectives.because}</th>
              </tr>
            </thead>
            <tbody>
              {one.trusts.map((rule, at) => (
                <tr key={`${at}-${rule.rule}`} className={rule.weight === 0 ? 'silent' : ''}>
                  <td>{rule.rule}</td>
                  <td>
                    <Right right={rule.right} weight={rule.weight} />
                  </td>
                  <td className="sub wrap">{rule.because ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <h3>{t.perspectives.asks}</h3>
        <ul className="asks">
          {one.asks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Right({ right, weight }: { right: number | null; weight: number | null }) {
  if (right === null) return <span className="sub">{t.perspectives.byGrade}</span>;
  if (weight === 0) return <span className="sub">{t.perspectives.silent}</span>;
  return (
    <span className="right">
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${200 * (right - 0.5)}%` }} />
      </span>
      <span className="number">{t.perspectives.rightShare((100 * right).toFixed(0))}</span>
    </span>
  );
}
