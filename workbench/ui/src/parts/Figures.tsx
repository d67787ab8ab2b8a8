import type { FindingView } from '../api/types';
import {
  figure,
  grounds,
  result,
  type Area,
  type Beside,
  type Course,
  type Ground,
  type Interval,
  type Outlook,
  type Relation,
  type Restraint,
  type Share,
  type Spillover,
  type Together,
  type Unsaid,
  type UnusualMonth,
} from '../findings';
import { country, day, month as monthName } from '../format';
import { t } from '../messages/en';
import { GroundMark, IntervalPlot, MonthlyPlot, OutlookPlot, PairPlot, type IntervalRow } from './Plots';
import { useActorName } from './useActors';
import { Link } from './Ways';

/* What is drawn for each kind of finding. */

/** The figures of a finding; `items` are those beside it, some of which say more about it. */
export function Figure({ finding, items }: { finding: FindingView; items: FindingView[] }) {
  switch (finding.kind) {
    case 'escalation':
      return <Escalation finding={finding} items={items} />;
    case 'unusual-month':
      return <Unusual finding={finding} />;
    case 'near-simultaneous':
      return <Near finding={finding} />;
    case 'word-against-record':
      return <WordBeside finding={finding} />;
    case 'silence':
      return <Silence finding={finding} />;
    case 'relations':
      return <Relations finding={finding} />;
    case 'restraint':
      return <RestraintFigure finding={finding} />;
    case 'spillover':
      return <SpilloverFigure finding={finding} />;
    case 'outlook':
      return <OutlookFigure finding={finding} />;
    default:
      return null;
  }
}

const place = (area: Area): string =>
  [area.admin1, country(area.country)].filter((part): part is string => !!part).join(', ');

const sameArea = (a: Area, b: Area): boolean => a.country === b.country && a.admin1 === b.admin1;

function Escalation({ finding, items }: { finding: FindingView; items: FindingView[] }) {
  const course = result<Course>(finding);
  if (!course) return null;
  const unusual = items
    .flatMap((one) => (one.kind === 'unusual-month' ? [result<UnusualMonth>(one)] : []))
    .flatMap((one) =>
      one?.unusual.some((row) => row.actor === course.series.actor && sameArea(row.area, course.series.area))
        ? [one.month]
        : [],
    );
  return <MonthlyPlot course={course} unusual={unusual} />;
}

function Unusual({ finding }: { finding: FindingView }) {
  const found = result<UnusualMonth>(finding);
  if (!found) return null;
  const words = t.findings.unusual;
  if (found.unusual.length === 0) return <p className="hint">{words.none(monthName(found.month), found.series)}</p>;
  return (
    <table className="list narrow">
      <thead>
        <tr>
          <th scope="col">{words.columns.who}</th>
          <th scope="col" className="numeric">
            {words.columns.n}
          </th>
          <th scope="col" className="numeric">
            {words.columns.expected}
          </th>
          <th scope="col" className="numeric">
            {words.columns.p}
          </th>
          <th scope="col" className="numeric">
            {words.columns.adjusted}
          </th>
        </tr>
      </thead>
      <tbody>
        {found.unusual.map((row) => (
          <tr key={`${row.actor}${place(row.area)}`}>
            <td>
              ▼ <Link to={`/findings/escalation?actor=${encodeURIComponent(row.actor)}`}>{row.name}</Link>{' '}
              <span className="sub">{place(row.area)}</span>
            </td>
            <td className="numeric">{row.incidents}</td>
            <td className="numeric">{figure(row.expected)}</td>
            <td className="numeric">{figure(row.probability)}</td>
            <td className="numeric">{figure(row.adjusted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Near({ finding }: { finding: FindingView }) {
  const found = result<Together>(finding);
  if (!found) return null;
  const words = t.findings.together;
  const label = (id: string): string => finding.incidents.find((one) => one.id === id)?.label ?? id;
  const rows: IntervalRow[] = [
    {
      key: 'found',
      name: words.found,
      text: words.found,
      value: found.chance.pairs,
      low: null,
      high: null,
      figures: String(found.chance.pairs),
      own: true,
    },
    {
      key: 'chance',
      name: words.byChance,
      text: words.byChance,
      value: found.chance.expected,
      low: found.chance.low,
      high: found.chance.high,
      figures: `${figure(found.chance.expected)} [${found.chance.low}–${found.chance.high}]`,
    },
  ];
  return (
    <>
      <IntervalPlot rows={rows} scale="number" alt={words.chance} />
      {found.pairs.length > 0 && (
        <table className="list narrow">
          <thead>
            <tr>
              <th scope="col">{words.columns.first}</th>
              <th scope="col">{words.columns.second}</th>
              <th scope="col" className="numeric">
                {words.columns.apart}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.pairs.slice(0, 20).map((pair) => (
              <tr key={`${pair.first}${pair.second}`}>
                <td>
                  <Link to={`/incidents/${label(pair.first)}`}>{label(pair.first)}</Link> {day(pair.firstDay)}
                </td>
                <td>
                  <Link to={`/incidents/${label(pair.second)}`}>{label(pair.second)}</Link> {day(pair.secondDay)}
                </td>
                <td className="numeric">{words.km(pair.kilometres)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const ratio = (value: number | null, interval: Interval | null): string =>
  value === null && !interval
    ? t.unknown
    : `×${value === null ? '?' : figure(value)} [${figure(interval?.low ?? 0)}–${figure(interval?.high ?? null)}]`;

function WordBeside({ finding }: { finding: FindingView }) {
  const found = result<Beside>(finding);
  if (!found) return null;
  const words = t.findings.beside;
  const said = finding.statements.find((one) => one.id === found.statement);
  return (
    <>
      <blockquote className="quote">
        <q>{found.text}</q>
        <footer>
          {words.said(found.speaker, day(found.day))}{' '}
          {said && (
            <Link to={`/reports/${said.report}?assertion=${said.id}`}>{t.sheet.place(null, said.sentence)}</Link>
          )}
        </footer>
      </blockquote>
      <IntervalPlot
        rows={found.windows.map((window) => ({
          key: String(window.days),
          name: (
            <>
              {words.window(window.days)}
              <span className="sub">
                {' '}
                {window.before} {words.before}, {window.after} {words.after}
              </span>
            </>
          ),
          text: words.window(window.days),
          value: window.ratio,
          low: window.interval && window.interval.low === 0 ? null : (window.interval?.low ?? null),
          high: window.interval?.high ?? null,
          figures: ratio(window.ratio, window.interval),
        }))}
        scale="ratio"
        neutral={{ at: 1, words: words.same }}
        alt={words.alt}
      />
    </>
  );
}

function Silence({ finding }: { finding: FindingView }) {
  const found = result<Unsaid>(finding);
  if (!found) return null;
  const words = t.findings.unsaid;
  const row = (key: 'unclaimed' | 'tollUnknown' | 'calledAccident' | 'played', share: Share): IntervalRow => ({
    key,
    name: words[key],
    text: words[key],
    value: share.of === 0 ? null : share.count / share.of,
    low: share.interval.low,
    high: share.interval.high,
    figures: words.figures(share.count, share.of),
  });
  return (
    <IntervalPlot
      rows={[
        row('unclaimed', found.unclaimed),
        row('tollUnknown', found.tollUnknown),
        row('calledAccident', found.calledAccident),
        ...(found.played ? [row('played', found.played)] : []),
      ]}
      scale="share"
      alt={words.alt}
    />
  );
}

function Relations({ finding }: { finding: FindingView }) {
  const name = useActorName();
  const relation = result<Relation>(finding);
  if (!relation) return null;
  const words = t.findings.pairPlot;
  const { dated, undated } = grounds(relation);
  const label = (id: string): string => finding.incidents.find((one) => one.id === id)?.label ?? id;
  const statement = (id: string) => finding.statements.find((one) => one.id === id);
  const address = (ground: Ground): string | null => {
    if (ground.kind === 'deed') return `/incidents/${label(ground.id)}`;
    const said = statement(ground.id);
    return said ? `/reports/${said.report}?assertion=${said.id}` : null;
  };
  const deeds = [...dated, ...undated].filter((ground) => ground.kind === 'deed').length;
  const all = relation.all;
  const facts: [string, number][] = [
    [words.fights, all.fights],
    [words.strikes(name(relation.first)), all.strikesByFirst],
    [words.strikes(name(relation.second)), all.strikesBySecond],
    [t.findings.restraint.facts.together, all.together],
    [words.hostileWords, all.hostileWords],
    [words.friendlyWords, all.friendlyWords],
    [words.legend.denied, all.denials],
  ];
  return (
    <>
      <Facts facts={facts} />
      {dated.length > 0 && (
        <PairPlot grounds={dated} address={address} alt={words.alt(deeds, dated.length + undated.length - deeds)} />
      )}
      <details>
        <summary>{words.table}</summary>
        <table className="list grounds">
          <thead>
            <tr>
              <th scope="col">{words.columns.day}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.sign}</th>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.who}</th>
            </tr>
          </thead>
          <tbody>
            {[...dated, ...undated].map((ground) => {
              const to = address(ground);
              return (
                <tr key={`${ground.kind}${ground.id}${ground.sign}`}>
                  <td className="nowrap">{ground.day ? day(ground.day) : t.unknown}</td>
                  <td>{ground.kind === 'deed' ? words.deed : words.word}</td>
                  <td className="nowrap">
                    <svg className="inline-mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                      <GroundMark ground={ground} x={7} y={7} />
                    </svg>{' '}
                    {words.legend[ground.sign]}
                    {ground.isDenied && `, ${words.legend.denied}`}
                  </td>
                  <td>{to ? <Link to={to}>{ground.what}</Link> : ground.what}</td>
                  <td>
                    {ground.voice ?? ''}
                    {ground.isOwn && <span className="sub">{words.own}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </>
  );
}

function RestraintFigure({ finding }: { finding: FindingView }) {
  const found = result<Restraint>(finding);
  if (!found) return null;
  const words = t.findings.restraint;
  const rows = [found, ...found.others]
    .filter((one) => one.againstChance !== null)
    .map((one, index): IntervalRow => {
      const chance = one.againstChance;
      const name = words.width[one.area] ?? one.area;
      return {
        key: one.area,
        name,
        text: name,
        value: chance?.value ?? null,
        low: chance && chance.low !== 0 ? chance.low : null,
        high: chance?.high ?? null,
        figures: words.figures(
          figure(chance?.value ?? null),
          figure(chance?.low ?? null),
          figure(chance?.high ?? null),
        ),
        own: index === 0,
      };
    });
  return (
    <>
      {rows.length > 0 && (
        <IntervalPlot rows={rows} scale="ratio" neutral={{ at: 1, words: words.chance }} alt={words.alt} />
      )}
      <Facts
        facts={[
          [words.facts.shared, found.shared],
          [words.facts.comparable, found.comparable],
          [words.facts.fights, found.fights],
          [words.facts.third, found.thirdByFirst + found.thirdBySecond],
          [words.facts.expected, found.expected],
          [words.facts.together, found.together],
          [words.facts.onUnarmed, found.onUnarmed],
          [words.facts.unknown, found.unknown],
        ]}
      />
    </>
  );
}

function SpilloverFigure({ finding }: { finding: FindingView }) {
  const found = result<Spillover>(finding);
  if (!found) return null;
  const words = t.findings.spill;
  const from = country(found.from) ?? found.from;
  const into = country(found.into) ?? found.into;
  const row = (key: string, name: string, estimate: Spillover['across'], own: boolean): IntervalRow => ({
    key,
    name,
    text: name,
    value: estimate.value,
    low: estimate.low,
    high: estimate.high,
    figures: `${figure(estimate.value)} [${figure(estimate.low)}–${figure(estimate.high)}]`,
    own,
  });
  return (
    <>
      <IntervalPlot
        rows={[
          row('across', words.across(from, into), found.across, true),
          row('within', words.within(into), found.within, false),
        ]}
        scale="number"
        neutral={{ at: 0, words: words.none }}
        alt={words.alt}
      />
      <Facts
        facts={[
          [words.facts.incidents(from, into), `${found.incidentsFrom} / ${found.incidentsInto}`],
          [words.facts.lag, found.meanLag],
          [words.facts.share(into), `${(100 * found.share).toFixed(0)} %`],
          [words.facts.p, found.adjusted],
          [words.facts.fit, found.goodness.p],
        ]}
      />
    </>
  );
}

function OutlookFigure({ finding }: { finding: FindingView }) {
  const found = result<Outlook>(finding);
  return found ? <OutlookPlot outlook={found} /> : null;
}

function Facts({ facts }: { facts: [string, number | string][] }) {
  return (
    <dl className="facts-line">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'number' ? figure(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
