import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { API, get } from '../api/client';
import type { AssertionView, LinkView, Sheet, SheetReport, TellingRef } from '../api/types';
import { day, withDays } from '../format';
import { byOrigin, signed } from '../matches';
import { t } from '../messages/en';
import { asking } from '../perspective';
import { KindGlyph, StatusMark } from '../parts/Glyphs';
import { JudgeForm } from '../parts/JudgeForm';
import { usePerspectiveTitle } from '../parts/PerspectiveSwitch';
import { Count, Published, Speaker, WhenText, WhereText } from '../parts/Said';
import { StatementCard } from '../parts/StatementCard';
import { Failed, Loading } from '../parts/States';
import { TollPlot } from '../parts/TollPlot';
import { Link, usePerspective } from '../parts/Ways';
import { Best, Support, Why } from '../parts/Why';
import { storedUser, useJudge, type Judge } from '../parts/useJudge';

const AreaMap = lazy(() => import('../parts/AreaMap'));

export default function IncidentSheet() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const perspective = usePerspective();
  const title = usePerspectiveTitle();
  const judge = useJudge();
  const [whyShown, setWhyShown] = useState(false);
  const query = useQuery({
    queryKey: ['incident', id, perspective],
    queryFn: ({ signal }) => get<Sheet>(`/incidents/${encodeURIComponent(id)}${asking('', perspective)}`, signal),
    // Through another perspective, the same incident stays on the screen until the answer comes.
    placeholderData: (before, asked) => (asked?.queryKey[1] === id ? before : undefined),
  });
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const sheet = query.data;
  const chosen = params.get('assertion');
  const showWhy = (actor: string): void => {
    setWhyShown(true);
    requestAnimationFrame(() => document.getElementById(`why-${actor}`)?.scrollIntoView({ block: 'start' }));
  };
  const mapped = sheet.where?.latitude != null;

  return (
    <article className={`sheet${query.isPlaceholderData ? ' stale' : ''}`}>
      <title>{`${sheet.label} ${sheet.summary} – ${t.product}`}</title>
      <p className="trail">
        <Link to="/incidents">{t.sheet.back}</Link>
      </p>
      {sheet.redirectedFrom && (
        <p className="banner" role="status">
          {t.sheet.redirected(sheet.redirectedFrom, sheet.label)}
        </p>
      )}
      <Recorded judge={judge} />
      <header className="sheet-head panel">
        <div className="sheet-title">
          <span className="label">{sheet.label}</span>
          <h1>{sheet.summary}</h1>
        </div>
        <p className="place-time">
          <WhenText date={sheet.when} />
          <WhereText place={sheet.where} />
          <span className="value">{t.type[sheet.type]}</span>
        </p>
        <div className="verdict">
          <p className="status-line">
            <StatusMark status={sheet.status} />
            <span className="why">{sheet.statusWhy}</span>
          </p>
          <dl className="figures">
            <div>
              <dt>{t.sheet.killed}</dt>
              <dd>
                <Count count={sheet.killed} />
                <Best best={sheet.killedBest} count={sheet.killed} />
              </dd>
            </div>
            <div>
              <dt>{t.sheet.wounded}</dt>
              <dd>
                <Count count={sheet.wounded} />
                <Best best={sheet.woundedBest} count={sheet.wounded} />
              </dd>
            </div>
            <div>
              <dt>{t.sheet.sources}</dt>
              <dd>
                <a href="#sources">
                  {t.sheet.origins(t.count.reports(sheet.reports.length), t.count.origins(sheet.origins))}
                </a>
              </dd>
            </div>
            <div>
              <dt>{t.sheet.perspective}</dt>
              <dd className="plain">
                <Link to={`/perspectives#${sheet.perspective}`}>{title}</Link>
              </dd>
            </div>
          </dl>
        </div>
        <Why sheet={sheet} title={title} shown={whyShown} onShow={setWhyShown} />
        {(sheet.targets.length > 0 || sheet.weapons.length > 0) && (
          <dl className="means">
            {sheet.targets.length > 0 && (
              <div>
                <dt>{t.sheet.targets}</dt>
                <dd>{[...new Set(sheet.targets.map((target) => target.name))].join(', ')}</dd>
              </div>
            )}
            {sheet.weapons.length > 0 && (
              <div>
                <dt>{t.sheet.weapons}</dt>
                <dd>{[...new Set(sheet.weapons.map((weapon) => weapon.name))].join(', ')}</dd>
              </div>
            )}
          </dl>
        )}
      </header>

      <section className="who" aria-labelledby="who">
        <h2 id="who">{t.sheet.who}</h2>
        {sheet.claimants.length === 0 && sheet.nobody.length === 0 && (
          <p className="empty panel">
            <strong>{t.sheet.nobodyNamed}</strong> {t.sheet.nobodyNamedBody}
          </p>
        )}
        {sheet.claimants.length > 0 && (
          <div className="columns" tabIndex={0} role="group" aria-labelledby="who">
            {sheet.claimants.map((claimant) => (
              <section key={claimant.actor} className="claimant" aria-label={claimant.name}>
                <header>
                  <h3>
                    <Link to={`/actors/${encodeURIComponent(claimant.actor)}`}>{claimant.name}</Link>
                  </h3>
                  <span className="sub">
                    {claimant.origins > 0 ? t.sheet.originsName(claimant.origins) : t.sheet.originsNone}
                  </span>
                </header>
                <Support support={claimant.support} title={title} onWhy={() => showWhy(claimant.actor)} />
                {claimant.statements.map((said) => (
                  <StatementCard
                    key={said.id}
                    said={said}
                    from={sheet.label}
                    chosen={said.id === chosen}
                    judge={judge}
                  />
                ))}
              </section>
            ))}
          </div>
        )}
        {sheet.nobody.length > 0 && (
          <section className="nobody" aria-label={t.sheet.nobodyBand}>
            <h3>{t.sheet.nobodyBand}</h3>
            <div className="band">
              {sheet.nobody.map((said) => (
                <StatementCard key={said.id} said={said} from={sheet.label} chosen={said.id === chosen} judge={judge} />
              ))}
            </div>
          </section>
        )}
      </section>

      <div className="below">
        <div>
          <section className="panel" aria-labelledby="tolls">
            <h2 id="tolls">{t.sheet.tolls}</h2>
            <TollPlot sheet={sheet} />
          </section>
          <section className="panel" aria-labelledby="near">
            <h2 id="near">{t.sheet.near}</h2>
            <p className="sub">{t.sheet.nearWhat}</p>
            {sheet.near.length === 0 && <p className="empty">{t.sheet.nearNone}</p>}
            <ul className="plain near">
              {sheet.near.map((near) => (
                <li key={near.id}>
                  <Link to={`/incidents/${near.label}`}>
                    <b>{near.label}</b> {near.summary}
                  </Link>
                  <span className="sub">
                    {[
                      t.sheet.daysApart(Math.abs(near.daysApart)),
                      near.kilometresApart === null ? null : t.sheet.kilometres(near.kilometresApart),
                      near.actors.map((actor) => actor.name).join(', '),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div>
          <section className="panel" aria-labelledby="where">
            <h2 id="where">{t.sheet.where}</h2>
            {mapped && sheet.where ? (
              <>
                <Suspense fallback={<Loading>{t.map.loading}</Loading>}>
                  <AreaMap rows={[sheet]} small />
                </Suspense>
                <p className="sub">{t.sheet.whereArea(t.placePrecision[sheet.where.precision])}</p>
              </>
            ) : (
              <p className="empty">{t.sheet.whereNone}</p>
            )}
          </section>
          <section className="panel" aria-labelledby="history">
            <h2 id="history">{t.sheet.history}</h2>
            <ol className="history">
              {sheet.history.map((change, index) => (
                <li key={`${change.because.id}-${index}`}>
                  <span className="day">{change.day ? day(change.day) : t.reports.undated}</span>
                  <span>
                    {change.what}
                    <span className="sub">
                      <Speaker speaker={change.because.speaker} outlet={change.because.outlet} />{' '}
                      <Link
                        to={`/reports/${change.because.report}?assertion=${change.because.id}`}
                        state={{ from: sheet.label }}
                      >
                        {t.sheet.place(change.because.reportNumber, change.because.sentence)}
                      </Link>
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>

      <section className="panel" aria-labelledby="sources">
        <h2 id="sources">
          {t.sheet.sources}: {t.sheet.origins(t.count.reports(sheet.reports.length), t.count.origins(sheet.origins))}
        </h2>
        <p className="sub">{t.sheet.originsWhy}</p>
        <ol className="sheet-reports">
          {byOrigin(sheet.reports).map(({ origin, copies }) => (
            <Source key={origin.id} report={origin} from={sheet.label}>
              {copies.length > 0 && (
                <>
                  <p className="sub">{t.sheet.copies(copies.length)}</p>
                  <ol>
                    {copies.map((copy) => (
                      <Source key={copy.id} report={copy} from={sheet.label} />
                    ))}
                  </ol>
                </>
              )}
            </Source>
          ))}
        </ol>
      </section>

      <section className="panel" aria-labelledby="links">
        <h2 id="links">{t.sheet.links}</h2>
        {sheet.links.length === 0 && <p className="sub">{t.sheet.linksOne}</p>}
        <div className="links">
          {sheet.links.map((link) => (
            <LinkPanel
              key={`${link.a.report}${link.a.label}${link.b.report}${link.b.label}`}
              link={link}
              sheet={sheet}
              judge={judge}
            />
          ))}
        </div>
        <Whole key={sheet.label} sheet={sheet} judge={judge} />
      </section>

      {sheet.other.length > 0 && <AlsoSaid sheet={sheet} chosen={chosen} />}
      <p className="trail">
        <a href={`${API}/incidents/${sheet.label}/assertions.csv`} download>
          {t.sheet.csv}
        </a>
      </p>
    </article>
  );
}

/** What else is said of it: that it happened, in which words, is folded away report by report. */
function AlsoSaid({ sheet, chosen }: { sheet: Sheet; chosen: string | null }) {
  const happened = sheet.other.filter((said) => said.kind === 'occurrence');
  const rest = sheet.other.filter((said) => said.kind !== 'occurrence');
  const groups = sheet.reports
    .map((report) => ({ report, all: happened.filter((said) => said.report === report.id) }))
    .filter((group) => group.all.length > 0);
  const entry = (said: AssertionView) => (
    <Also key={said.id} said={said} from={sheet.label} chosen={said.id === chosen} />
  );
  return (
    <section className="panel also" aria-labelledby="other">
      <h2 id="other">{t.sheet.other}</h2>
      {rest.length > 0 && <ul className="plain other">{rest.map(entry)}</ul>}
      {groups.length > 0 && (
        <details open={happened.some((said) => said.id === chosen)}>
          <summary>{t.sheet.happened(happened.length, groups.length)}</summary>
          {groups.map(({ report, all }) => (
            <section key={report.id} aria-label={t.sheet.reportNumber(report.number)}>
              <h3>
                {t.sheet.reportNumber(report.number)}{' '}
                <Link to={`/reports/${report.id}`} state={{ from: sheet.label }}>
                  {report.title ?? t.untitled}
                </Link>{' '}
                <Published on={report.published} outlet={report.outlet} />
              </h3>
              <ul className="plain other">{all.map(entry)}</ul>
            </section>
          ))}
        </details>
      )}
    </section>
  );
}

function Also({ said, from, chosen }: { said: AssertionView; from: string; chosen: boolean }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  return (
    <li ref={item} id={said.id} className={chosen ? 'chosen' : ''} aria-current={chosen ? 'true' : undefined}>
      <KindGlyph kind={said.kind} />
      <span>
        <q>{said.text}</q>
        <span className="sub">
          {said.description} ·{' '}
          <Link to={`/reports/${said.report}?assertion=${said.id}`} state={{ from }}>
            {t.sheet.place(said.reportNumber, said.sentence)}
          </Link>
        </span>
      </span>
    </li>
  );
}

/** What was just decided, with the way back. */
function Recorded({ judge }: { judge: Judge }) {
  const made = judge.record.data;
  if (judge.undo.data) {
    return (
      <p className="banner" role="status">
        {t.judge.undone}
      </p>
    );
  }
  if (!made) return null;
  return (
    <p className="banner" role="status">
      {t.judge.recorded(made.description)}{' '}
      <button
        type="button"
        className="small"
        disabled={judge.undo.isPending}
        onClick={() => judge.undo.mutate({ id: made.id, user: storedUser(), reason: t.judge.undoReason })}
      >
        {t.judge.undo}
      </button>
      {judge.undo.error && <span className="problem">{judge.undo.error.message}</span>}
    </p>
  );
}

function LinkPanel({ link, sheet, judge }: { link: LinkView; sheet: Sheet; judge: Judge }) {
  const [deciding, setDeciding] = useState<'same-incident' | 'not-same-incident' | null>(null);
  const number = (telling: TellingRef): number =>
    sheet.reports.find((report) => report.id === telling.report)?.number ?? 0;
  return (
    <section className="link-panel">
      <header>
        <h3>{t.sheet.linkPair(number(link.a), number(link.b))}</h3>
        <span className="sub" title={t.sheet.bitsWhy}>
          {link.weight === null ? t.sheet.bound : t.sheet.bits(signed(link.weight))}
        </span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.sheet.reason.field}</th>
            <th scope="col">{t.sheet.reason.says(number(link.a))}</th>
            <th scope="col">{t.sheet.reason.says(number(link.b))}</th>
            <th scope="col" className="numeric" title={t.sheet.bitsWhy}>
              {t.sheet.reason.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {link.reasons.map((reason) => (
            <tr key={reason.field}>
              <th scope="row">{t.sheet.fields[reason.field] ?? reason.field}</th>
              <td>{withDays(reason.a)}</td>
              <td>{withDays(reason.b)}</td>
              <td className="numeric">{reason.weight === null ? t.sheet.bound : signed(reason.weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" className="small" onClick={() => setDeciding('same-incident')}>
          {t.judge.same}
        </button>
        <button type="button" className="small" onClick={() => setDeciding('not-same-incident')}>
          {t.judge.notSame}
        </button>
      </div>
      {deciding && (
        <JudgeForm
          key={deciding}
          what={`${t.sheet.linkPair(number(link.a), number(link.b))}: ${deciding === 'same-incident' ? t.judge.same : t.judge.notSame}`}
          pending={judge.record.isPending}
          error={judge.record.error}
          onCancel={() => setDeciding(null)}
          onRecord={(user, reason) =>
            judge.record.mutate(
              { decision: deciding, a: link.a, b: link.b, assertion: null, actor: null, user, reason },
              { onSuccess: () => setDeciding(null) },
            )
          }
        />
      )}
    </section>
  );
}

/** Decisions on the incident as a whole: that another is the same, or that it is two. */
function Whole({ sheet, judge }: { sheet: Sheet; judge: Judge }) {
  const [deciding, setDeciding] = useState<'merge-incidents' | 'split-incident' | null>(null);
  const [other, setOther] = useState('');
  const [leaves, setLeaves] = useState<string[]>([]);
  const merging = deciding === 'merge-incidents';
  const options = useId();
  const close = (): void => {
    setDeciding(null);
    setOther('');
    setLeaves([]);
  };
  return (
    <div className="whole">
      <div className="buttons">
        <button type="button" className="small" onClick={() => setDeciding('merge-incidents')}>
          {t.judge.merge}
        </button>
        {sheet.reports.length > 1 && (
          <button type="button" className="small" onClick={() => setDeciding('split-incident')}>
            {t.judge.split}
          </button>
        )}
      </div>
      {deciding && (
        <JudgeForm
          key={deciding}
          what={merging ? t.judge.mergeWhat(sheet.label) : t.judge.splitWhat(sheet.label)}
          pending={judge.record.isPending}
          error={judge.record.error}
          complete={merging ? other.trim() !== '' : leaves.length > 0 && leaves.length < sheet.reports.length}
          onCancel={close}
          onRecord={(user, reason) =>
            judge.record.mutate(
              {
                decision: deciding,
                incidents: merging ? [sheet.label, other.trim()] : [sheet.label],
                reports: merging ? null : leaves,
                user,
                reason,
              },
              { onSuccess: close },
            )
          }
        >
          {merging ? (
            <label>
              {t.judge.mergeOther}
              <input
                autoFocus
                required
                list={options}
                value={other}
                onChange={(event) => setOther(event.target.value)}
              />
              <datalist id={options}>
                {sheet.near.map((near) => (
                  <option key={near.id} value={near.label}>
                    {near.summary}
                  </option>
                ))}
              </datalist>
              <small>{t.judge.mergeHint}</small>
            </label>
          ) : (
            <fieldset>
              <legend>{t.judge.splitLeaves}</legend>
              {sheet.reports.map((report) => (
                <label key={report.id} className="check">
                  <input
                    type="checkbox"
                    checked={leaves.includes(report.id)}
                    onChange={(event) =>
                      setLeaves(event.target.checked ? [...leaves, report.id] : leaves.filter((id) => id !== report.id))
                    }
                  />{' '}
                  {t.sheet.reportNumber(report.number)}: {report.title ?? t.untitled}
                </label>
              ))}
              <small>{t.judge.splitHint}</small>
            </fieldset>
          )}
        </JudgeForm>
      )}
    </div>
  );
}

function Source({ report, from, children }: { report: SheetReport; from: string; children?: ReactNode }) {
  return (
    <li value={report.number}>
      <Link to={`/reports/${report.id}`} state={{ from }}>
        {report.title ?? t.untitled}
      </Link>{' '}
      <Published on={report.published} outlet={report.outlet} />
      {children}
    </li>
  );
}
