import type { Harm, Range, Sheet, TollView } from '../api/types';
import { day, opinion, range, reporterName, speakerName } from '../format';
import { t } from '../messages/en';
import { Link } from './Ways';

/** Round steps for a scale from 0 to at least `most`: 0, 50, 100, 150. */
export function ticks(most: number): number[] {
  const top = Math.max(most, 1); // a toll of nobody has a scale too
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power);
  const all: number[] = [];
  for (let at = 0; at < top + step; at += step) all.push(at);
  return all;
}

interface Line {
  key: string;
  name: string;
  sub: string;
  count: Range;
  address: string | null;
  total: boolean;
}

const ends = (count: Range): number => Math.max(count.low ?? 0, count.high ?? 0);

function Bar({ count, most }: { count: Range; most: number }) {
  const percent = (value: number): string => `${(100 * value) / most}%`;
  const { low, high } = count;
  if (low !== null && low === high) return <span className="dot" style={{ left: percent(low) }} />;
  const from = low ?? 0;
  const form = `${low === null ? ' open-low' : ''}${high === null ? ' open-high' : ''}`;
  const style =
    high === null ? { left: percent(from), right: 0 } : { left: percent(from), width: percent(high - from) };
  return <span className={`bar${form}`} style={style} />;
}

/** Each voice's low to high on one scale for each harm; an end that a voice leaves open is an arrow. */
export function TollPlot({ sheet }: { sheet: Sheet }) {
  const harms = [...new Set(sheet.tolls.map((toll) => toll.harm))];
  if (harms.length === 0) return <p className="empty">{t.sheet.tollsNone}</p>;
  return (
    <>
      {harms.map((harm) => (
        <Plot
          key={harm}
          harm={harm}
          over={harm === 'killed' ? sheet.killed : harm === 'wounded' ? sheet.wounded : null}
          tolls={sheet.tolls.filter((toll) => toll.harm === harm)}
        />
      ))}
    </>
  );
}

function Plot({ harm, over, tolls }: { harm: Harm; over: Range | null; tolls: TollView[] }) {
  const lines: Line[] = tolls.map(({ count, speaker, statement }) => ({
    key: statement.id,
    name: speakerName(speaker, statement.outlet),
    sub: [
      speaker.reportedBy ? t.sheet.reportedBy(reporterName(speaker.reportedBy, statement.outlet)) : null,
      statement.published ? day(statement.published) : null,
      opinion(statement),
    ]
      .filter(Boolean)
      .join(', '),
    count,
    address: `/reports/${statement.report}?assertion=${statement.id}`,
    total: false,
  }));
  if (over && lines.length > 1) {
    lines.unshift({ key: 'over', name: t.sheet.allVoices, sub: '', count: over, address: null, total: true });
  }
  const scale = ticks(Math.max(...lines.map((line) => ends(line.count))) * 1.04);
  const most = scale.at(-1) ?? 1;
  return (
    <div className="tolls">
      <h3>{t.harm[harm]}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.key} className={line.total ? 'over' : ''}>
            <span className="voice">
              {line.address ? <Link to={line.address}>{line.name}</Link> : line.name}
              {line.sub && <span className="sub">{line.sub}</span>}
            </span>
            <span className="track" aria-hidden="true">
              {scale.map((value) => (
                <i key={value} style={{ left: `${(100 * value) / most}%` }} />
              ))}
              <Bar count={line.count} most={most} />
            </span>
            <span className="number">{range(line.count)}</span>
          </li>
        ))}
      </ul>
      <div className="scale" aria-hidden="true">
        <span className="track">
          {scale.map((value) => (
            <b key={value} style={{ left: `${(100 * value) / most}%` }}>
              {value.toLocaleString('en')}
            </b>
          ))}
        </span>
      </div>
    </div>
  );
}
