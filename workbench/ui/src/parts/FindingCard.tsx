import type { ReactNode } from 'react';
import { API } from '../api/client';
import type { FindingView, SensitivityView } from '../api/types';
import { figure, result, type Outlook } from '../findings';
import { country, month as monthName } from '../format';
import { t } from '../messages/en';
import { usePerspectives } from './PerspectiveSwitch';
import { IntervalPlot, type IntervalRow } from './Plots';
import { Link } from './Ways';

/** So many incidents are named before the rest is folded away. */
const MOST = 12;

/** What it is about; countries by their names. */
function subject(finding: FindingView): string {
  const outlook = finding.kind === 'outlook' ? result<Outlook>(finding) : null;
  return outlook
    ? t.findings.outlookOf(country(outlook.country) ?? outlook.country, monthName(outlook.known))
    : finding.subject;
}

/** A finding with all that a reader needs to check it; `moves` is its sensitivity once other perspectives were asked. */
export function FindingCard(props: {
  finding: FindingView;
  /** The question as it stands in the address of its CSV. */
  query: string;
  moves: SensitivityView | null | undefined;
  chosen: boolean;
  children?: ReactNode;
}) {
  const { finding } = props;
  const few = finding.result === null;
  const csv = (table: string): string => {
    const query = new URLSearchParams(props.query);
    query.set('id', finding.id);
    if (table) query.set('table', table);
    return `${API}/findings.csv?${query.toString()}`;
  };
  return (
    <section
      className={`panel finding${few ? ' few' : ''}${props.chosen ? ' chosen' : ''}`}
      id={finding.id}
      aria-labelledby={`title-${finding.id}`}
    >
      <header>
        <h2 id={`title-${finding.id}`}>{subject(finding)}</h2>
        {few && <span className="precision">{t.findings.few}</span>}
        <a className="permalink" href={`#${finding.id}`}>
          {t.findings.permalink}
        </a>
      </header>
      <p className="sentence">{finding.sentence}</p>
      {!few && props.children}
      {!few && finding.sensitivity && (
        <Moves finding={finding} moves={props.moves ?? finding.sensitivity} waiting={props.moves === undefined} />
      )}
      <details>
        <summary>{t.findings.how}</summary>
        <dl className="how">
          <dt>{t.findings.method}</dt>
          <dd>{finding.method}</dd>
          <dt>{t.findings.reference}</dt>
          <dd>{finding.reference}</dd>
          {finding.limits.length > 0 && (
            <>
              <dt>{t.findings.limits}</dt>
              <dd>
                <ul>
                  {finding.limits.map((limit) => (
                    <li key={limit}>{limit}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
      </details>
      <footer>
        {finding.incidents.length > 0 && (
          <span className="rests">
            {t.findings.restsOn(finding.incidents.length)}
            {finding.statements.length > 0 && t.findings.andStatements(finding.statements.length)}:{' '}
            {finding.incidents.slice(0, MOST).map((incident) => (
              <Link key={incident.id} to={`/incidents/${incident.label}`} title={incident.summary}>
                {incident.label}
              </Link>
            ))}
            {finding.incidents.length > MOST && (
              <details>
                <summary>{t.findings.all}</summary>
                {finding.incidents.slice(MOST).map((incident) => (
                  <Link key={incident.id} to={`/incidents/${incident.label}`} title={incident.summary}>
                    {incident.label}
                  </Link>
                ))}
              </details>
            )}
          </span>
        )}
        {!few && (
          <span className="csvs">
            {(finding.tables.length === 0 ? [''] : finding.tables).map((table) => (
              <a key={table} href={csv(table)} download>
                {t.findings.csv(finding.tables.length > 1 ? table.replace(/^.*_/, '') : '')}
              </a>
            ))}
          </span>
        )}
      </footer>
    </section>
  );
}

function Moves({ finding, moves, waiting }: { finding: FindingView; moves: SensitivityView; waiting: boolean }) {
  const all = usePerspectives().data ?? [];
  const title = (name: string): string => all.find((one) => one.name === name)?.title ?? name;
  const incidents = new Set(finding.incidents.map((incident) => incident.id));
  const row = (key: string, name: ReactNode, text: string, value: number | null, own = false): IntervalRow => ({
    key,
    name,
    text,
    value,
    low: value,
    high: value,
    figures: figure(value),
    own,
  });
  const rows: IntervalRow[] = [
    row('own', t.findings.asIs, t.findings.asIs, moves.value, true),
    ...moves.without.map((moved) => {
      const name = moved.name ?? moved.what;
      return row(
        `without-${moved.what}`,
        incidents.has(moved.what) ? (
          <>
            {t.findings.without('')}
            <Link to={`/incidents/${name}`}>{name}</Link>
          </>
        ) : (
          t.findings.without(name)
        ),
        t.findings.without(name),
        moved.value,
      );
    }),
    ...moves.perspectives.map((moved) =>
      row(
        `under-${moved.what}`,
        t.findings.under1(title(moved.what)),
        t.findings.under1(title(moved.what)),
        moved.value,
      ),
    ),
  ];
  return (
    <details className="moves">
      <summary>
        {t.findings.sensitivity}: {moves.figure}
      </summary>
      <p className="hint">{t.findings.sensitivityOf(moves.figure)}</p>
      <IntervalPlot rows={rows} scale="number" alt={t.findings.sensitivityOf(moves.figure)} />
      {waiting ? (
        <p className="hint">{t.findings.comparing}</p>
      ) : (
        moves.perspectives.length === 0 && <p className="hint">{t.findings.noOther}</p>
      )}
    </details>
  );
}
