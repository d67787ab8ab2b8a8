import { useEffect, useRef, useState, type ReactNode } from 'react';
import { figure, isHit, stretches, type Course, type Ground, type Outlook } from '../findings';
import { day, month as monthName } from '../format';
import { t } from '../messages/en';
import { dayNumber, every, linear, logarithmic } from '../plots';
import { useGo } from './Ways';

/* Drawings that read without colour: what differs, differs in form, and every mark has its words. */

const FONT = 11;

/** A drawing as wide as its place. `alt` is what it says, for whoever does not see it. */
function Drawing(props: { height: number; alt: string; children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const resized = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    resized.observe(box.current);
    return () => resized.disconnect();
  }, []);
  return (
    <div ref={box} className="plot">
      {width > 0 && (
        <svg
          width={width}
          height={props.height}
          viewBox={`0 0 ${width} ${props.height}`}
          role="img"
          aria-label={props.alt}
        >
          {props.children(width)}
        </svg>
      )}
    </div>
  );
}

/** What the marks mean. */
function Legend({ entries }: { entries: [ReactNode, string][] }) {
  return (
    <ul className="legend">
      {entries.map(([mark, words]) => (
        <li key={words}>
          <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Incidents by month with their intervals, stretches of one rate, and the months at which it changed. */
export function MonthlyPlot({ course, unusual }: { course: Course; unusual: readonly string[] }) {
  const { months } = course.series;
  const words = t.findings.monthly;
  const top = Math.max(1, ...months.map((one) => Math.min(one.rate.high ?? 0, one.incidents * 3 + 3)));
  const height = 200;
  const parts = stretches(course);
  return (
    <>
      <Drawing height={height} alt={words.alt(course.series.name, months.length, course.changes.length)}>
        {(width) => {
          const left = 34;
          const right = width - 8;
          const y = linear(0, top, height - 26, 26, 3);
          const step = (right - left) / months.length;
          const x = (index: number): number => left + (index + 0.5) * step;
          const bar = Math.max(1.5, Math.min(step * 0.62, 22));
          const labels = every(months.length, right - left, 54);
          return (
            <>
              {y.ticks.map((value) => (
                <g key={value}>
                  <line className="grid" x1={left} x2={right} y1={y.at(value)} y2={y.at(value)} />
                  <text x={left - 6} y={y.at(value) + 4} className="end">
                    {value}
                  </text>
                </g>
              ))}
              {parts.map(
                (part) =>
                  part.rate && (
                    <g key={part.from}>
                      <rect
                        className="band"
                        x={left + part.from * step}
                        width={(part.to - part.from + 1) * step}
                        y={y.at(Math.min(part.rate.interval.high ?? top, y.ticks.at(-1) ?? top))}
                        height={Math.max(
                          0,
                          y.at(part.rate.interval.low ?? 0) -
                            y.at(Math.min(part.rate.interval.high ?? top, y.ticks.at(-1) ?? top)),
                        )}
                      />
                      <line
                        className="rate"
                        x1={left + part.from * step}
                        x2={left + (part.to + 1) * step}
                        y1={y.at(part.rate.mean)}
                        y2={y.at(part.rate.mean)}
                      />
                    </g>
                  ),
              )}
              {months.map((one, index) => (
                <g key={one.month} className="month">
                  <title>
                    {words.month(monthName(one.month), one.incidents, figure(one.rate.low), figure(one.rate.high))}
                  </title>
                  <rect className="hit" x={x(index) - step / 2} width={step} y={20} height={height - 46} />
                  <rect
                    className="bar"
                    x={x(index) - bar / 2}
                    width={bar}
                    y={y.at(one.incidents)}
                    height={y.at(0) - y.at(one.incidents)}
                  />
                  {step > 7 && (
                    <line
                      className="whisker"
                      x1={x(index)}
                      x2={x(index)}
                      y1={y.at(one.rate.low ?? 0)}
                      y2={y.at(Math.min(one.rate.high ?? 0, y.ticks.at(-1) ?? top))}
                    />
                  )}
                  {unusual.includes(one.month) && (
                    <path className="unusual" d={`M${x(index) - 5} 8h10l-5 9z`}>
                      <title>{words.unusual}</title>
                    </path>
                  )}
                  {index % labels === 0 && (
                    <text x={x(index)} y={height - 8} className="middle">
                      {labels >= 12 ? one.month.slice(0, 4) : one.month}
                    </text>
                  )}
                </g>
              ))}
              {course.changes.map((change) => (
                <g key={change.at}>
                  <rect
                    className="when"
                    x={left + change.from * step}
                    width={(change.to - change.from + 1) * step}
                    y={20}
                    height={4}
                  />
                  <line
                    className="change"
                    x1={left + change.at * step}
                    x2={left + change.at * step}
                    y1={20}
                    y2={y.at(0)}
                  />
                  <text
                    x={left + change.at * step + (change.at > months.length * 0.7 ? -4 : 4)}
                    y={13}
                    className={change.at > months.length * 0.7 ? 'end strong' : 'strong'}
                  >
                    {words.change(months[change.at]?.month ?? '', change.probabilityNear.toFixed(2))}
                  </text>
                </g>
              ))}
            </>
          );
        }}
      </Drawing>
      <Legend
        entries={[
          [<rect key="a" className="bar" x="8" y="3" width="6" height="11" />, words.legend.bar],
          [<line key="b" className="whisker" x1="11" x2="11" y1="0" y2="14" />, words.legend.whisker],
          ...(course.changes.length > 0
            ? ([
                [
                  <g key="c">
                    <rect className="band" x="0" y="2" width="22" height="10" />
                    <line className="rate" x1="0" x2="22" y1="7" y2="7" />
                  </g>,
                  words.legend.rate,
                ],
                [<line key="d" className="change" x1="11" x2="11" y1="0" y2="14" />, words.legend.change],
              ] as [ReactNode, string][])
            : []),
          ...(unusual.length > 0
            ? ([[<path key="e" className="unusual" d="M6 3h10l-5 9z" />, words.unusual]] as [ReactNode, string][])
            : []),
        ]}
      />
    </>
  );
}

export interface IntervalRow {
  key: string;
  name: ReactNode;
  /** The same in plain text. */
  text: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** What stands in figures beside it. */
  figures: string;
  own?: boolean;
}

/** Points with their intervals, one a line, on one scale. A side without an end is an arrow. */
export function IntervalPlot(props: {
  rows: IntervalRow[];
  alt: string;
  scale: 'ratio' | 'share' | 'number';
  /** A value that would mean nothing happens, with its words. */
  neutral?: { at: number; words: string };
}) {
  const line = 30;
  const height = props.rows.length * line + 34;
  const ends = props.rows.flatMap((row) => [row.value, row.low, row.high]).filter((value) => value !== null);
  const positive = ends.filter((value) => value > 0);
  return (
    <div className="intervals">
      <ul>
        {props.rows.map((row) => (
          <li key={row.key} className={row.own ? 'own' : ''}>
            <span className="name">{row.name}</span>
            <span className="number">{row.figures}</span>
          </li>
        ))}
      </ul>
      <Drawing height={height} alt={props.alt}>
        {(width) => {
          const left = 10;
          const right = width - 14;
          const scale =
            props.scale === 'ratio'
              ? logarithmic(Math.min(...positive, 0.5), Math.min(Math.max(...positive, 2), 1000), left, right)
              : linear(
                  Math.min(0, ...ends),
                  props.scale === 'share' ? 1 : Math.max(...ends, props.neutral?.at ?? 0, 0.001),
                  left,
                  right,
                );
          return (
            <>
              {scale.ticks.map((value) => (
                <g key={value}>
                  <line className="grid" x1={scale.at(value)} x2={scale.at(value)} y1={0} y2={height - 30} />
                  <text x={scale.at(value)} y={height - 16} className="middle">
                    {figure(value)}
                  </text>
                </g>
              ))}
              {props.neutral && (
                <>
                  <line
                    className="neutral"
                    x1={scale.at(props.neutral.at)}
                    x2={scale.at(props.neutral.at)}
                    y1={0}
                    y2={height - 30}
                  />
                  <text x={scale.at(props.neutral.at)} y={height - 3} className="middle strong">
                    {props.neutral.words}
                  </text>
                </>
              )}
              {props.rows.map((row, index) => {
                const y = index * line + line / 2;
                const low = row.low === null ? left : scale.at(row.low);
                const high = row.high === null ? right : scale.at(row.high);
                return (
                  <g key={row.key} className={row.own ? 'own' : ''}>
                    <title>{`${row.text}: ${row.figures}`}</title>
                    {(row.low !== null || row.high !== null) && (
                      <>
                        <line className="interval-line" x1={low} x2={high} y1={y} y2={y} />
                        {row.low === null ? (
                          <path className="open" d={`M${low + 7} ${y - 5}l-7 5 7 5`} />
                        ) : (
                          <line className="interval-line" x1={low} x2={low} y1={y - 5} y2={y + 5} />
                        )}
                        {row.high === null ? (
                          <path className="open" d={`M${high - 7} ${y - 5}l7 5-7 5`} />
                        ) : (
                          <line className="interval-line" x1={high} x2={high} y1={y - 5} y2={y + 5} />
                        )}
                      </>
                    )}
                    {row.value !== null && (
                      <circle className="point" cx={scale.at(row.value)} cy={y} r={row.own ? 5.5 : 4.5} />
                    )}
                  </g>
                );
              })}
            </>
          );
        }}
      </Drawing>
    </div>
  );
}

/** Forecasts as ranges: past ones with what came, coming ones open. Inside is a full dot, outside a cross. */
export function OutlookPlot({ outlook }: { outlook: Outlook }) {
  const words = t.findings.outlookPlot;
  const all = [
    ...outlook.past.map((past) => ({ ...past.forecast, came: past.came as number | null, hit: isHit(past) })),
    ...outlook.months.map((forecast) => ({ ...forecast, came: null as number | null, hit: false })),
  ];
  const height = 240;
  const top = Math.max(1, ...all.flatMap((one) => [one.high, one.came ?? 0]));
  return (
    <>
      <Drawing height={height} alt={words.alt(outlook.past.length, outlook.hits, outlook.months.length)}>
        {(width) => {
          const left = 44;
          const right = width - 8;
          const y = linear(0, top, height - 26, 18, 4);
          const step = (right - left) / all.length;
          const x = (index: number): number => left + (index + 0.5) * step;
          const half = Math.max(1.5, Math.min(step * 0.32, 9));
          const labels = every(all.length, right - left, 54);
          const now = left + outlook.past.length * step;
          return (
            <>
              {y.ticks.map((value) => (
                <g key={value}>
                  <line className="grid" x1={left} x2={right} y1={y.at(value)} y2={y.at(value)} />
                  <text x={left - 6} y={y.at(value) + 4} className="end">
                    {value.toLocaleString('en')}
                  </text>
                </g>
              ))}
              {outlook.past.length > 0 && (
                <>
                  <line className="change" x1={now} x2={now} y1={10} y2={y.at(0)} />
                  <text x={now - 4} y={FONT} className="end strong">
                    {words.known(outlook.known)}
                  </text>
                </>
              )}
              {all.map((one, index) => (
                <g key={`${index}-${one.month}`}>
                  <title>
                    {words.month(monthName(one.month), figure(one.low), figure(one.median), figure(one.high), one.came)}
                  </title>
                  <rect
                    className={one.came === null ? 'range coming' : 'range'}
                    x={x(index) - half}
                    width={2 * half}
                    y={y.at(one.high)}
                    height={Math.max(1, y.at(one.low) - y.at(one.high))}
                  />
                  <line
                    className="median"
                    x1={x(index) - half}
                    x2={x(index) + half}
                    y1={y.at(one.median)}
                    y2={y.at(one.median)}
                  />
                  {one.came !== null &&
                    (one.hit ? (
                      <circle className="point" cx={x(index)} cy={y.at(one.came)} r={3.5} />
                    ) : (
                      <path className="miss" d={`M${x(index) - 4} ${y.at(one.came) - 4}l8 8m0-8l-8 8`} />
                    ))}
                  {index % labels === 0 && (
                    <text x={x(index)} y={height - 8} className="middle">
                      {labels >= 12 ? one.month.slice(0, 4) : one.month}
                    </text>
                  )}
                </g>
              ))}
            </>
          );
        }}
      </Drawing>
      <Legend
        entries={[
          [<rect key="a" className="range" x="7" y="1" width="8" height="12" />, words.legend.past],
          [<circle key="b" className="point" cx="11" cy="7" r="3.5" />, words.legend.hit],
          [<path key="c" className="miss" d="M7 3l8 8m0-8l-8 8" />, words.legend.miss],
          [<rect key="d" className="range coming" x="7" y="1" width="8" height="12" />, words.legend.coming],
        ]}
      />
    </>
  );
}

function GroundMark({ ground, x, y }: { ground: Pick<Ground, 'kind' | 'sign' | 'isDenied'>; x: number; y: number }) {
  const form =
    ground.sign === 'hostile' ? (
      <path className="mark" d={`M${x - 5} ${y + 4}l5-9 5 9z`} />
    ) : ground.sign === 'friendly' ? (
      <circle className="mark open" cx={x} cy={y} r={4.5} />
    ) : (
      <path className="mark open" d={`M${x - 5} ${y}l5-5 5 5-5 5z`} />
    );
  return (
    <>
      {form}
      {ground.isDenied && <path className="struck" d={`M${x - 6} ${y + 6}l12-12`} />}
    </>
  );
}

/** Deeds above the line of time, words below it. Triangles are hostile, rings friendly, diamonds tacit, struck ones denied. */
export function PairPlot(props: { grounds: Ground[]; address: (ground: Ground) => string | null; alt: string }) {
  const words = t.findings.pairPlot;
  const go = useGo();
  const dated = props.grounds.filter((ground) => ground.day !== null);
  const firstDay = dayNumber(dated[0]?.day ?? '2000-01-01');
  const lastDay = dayNumber(dated.at(-1)?.day ?? '2000-01-01');
  const row = 14;
  const most = 9;
  // Marks of one stretch of time pile up; how high, is known once the width is. A month is near enough for the height.
  const pile = (kind: Ground['kind']): number => {
    const months = new Map<string, number>();
    for (const ground of dated) {
      const key = (ground.day ?? '').slice(0, 7);
      if (ground.kind === kind) months.set(key, (months.get(key) ?? 0) + 1);
    }
    return Math.min(most, Math.max(2, ...months.values()));
  };
  const above = pile('deed') * row + 14;
  const below = pile('word') * row + 14;
  return (
    <>
      <Drawing height={above + below + 24} alt={props.alt}>
        {(width) => {
          const left = 70;
          const right = width - 16;
          const middle = above + 12;
          const span = Math.max(1, lastDay - firstDay);
          const x = (iso: string): number => left + ((dayNumber(iso) - firstDay) / span) * (right - left);
          const taken = { deed: new Map<number, number>(), word: new Map<number, number>() };
          const years: string[] = [];
          for (let year = new Date(firstDay * 86_400_000).getUTCFullYear(); ; year++) {
            const start = dayNumber(`${year}-01-01`);
            if (start > lastDay) break;
            if (start >= firstDay) years.push(`${year}-01-01`);
          }
          const labels = every(years.length, right - left, 44);
          return (
            <>
              <text x={0} y={middle - 15} className="strong">
                {words.deeds}
              </text>
              <text x={0} y={middle + 22} className="strong">
                {words.words}
              </text>
              <rect className="axis" x={left - 8} width={right - left + 16} y={middle - 8} height={16} />
              {years.map((start, index) => (
                <g key={start}>
                  <line className="grid" x1={x(start)} x2={x(start)} y1={4} y2={middle + below} />
                  {index % labels === 0 && (
                    <text x={x(start)} y={middle + 4} className="middle">
                      {start.slice(0, 4)}
                    </text>
                  )}
                </g>
              ))}
              {years.length === 0 && (
                <text x={left} y={middle + 4}>
                  {dated[0]?.day ? day(dated[0].day) : ''}
                </text>
              )}
              {dated.map((ground) => {
                const at = x(ground.day ?? '');
                const slot = Math.round(at / 11);
                const used = taken[ground.kind].get(slot) ?? 0;
                taken[ground.kind].set(slot, used + 1);
                if (used >= most) return null;
                const y = ground.kind === 'deed' ? middle - 18 - used * row : middle + 18 + used * row;
                const address = props.address(ground);
                return (
                  <g
                    key={`${ground.kind}${ground.id}${ground.sign}`}
                    className={address ? 'ground way' : 'ground'}
                    onClick={() => address && go(address)}
                  >
                    <title>
                      {words.ground(
                        ground.day ? day(ground.day) : t.unknown,
                        ground.voice,
                        ground.what,
                        ground.isDenied,
                      )}
                    </title>
                    <rect className="hit" x={at - 6} y={y - 7} width={12} height={14} />
                    <GroundMark ground={ground} x={at} y={y} />
                  </g>
                );
              })}
            </>
          );
        }}
      </Drawing>
      <Legend
        entries={[
          [
            <GroundMark key="a" ground={{ kind: 'deed', sign: 'hostile', isDenied: false }} x={11} y={7} />,
            words.legend.hostile,
          ],
          [
            <GroundMark key="b" ground={{ kind: 'deed', sign: 'friendly', isDenied: false }} x={11} y={7} />,
            words.legend.friendly,
          ],
          [
            <GroundMark key="c" ground={{ kind: 'word', sign: 'tacit', isDenied: false }} x={11} y={7} />,
            words.legend.tacit,
          ],
          [
            <GroundMark key="d" ground={{ kind: 'word', sign: 'friendly', isDenied: true }} x={11} y={7} />,
            words.legend.denied,
          ],
        ]}
      />
    </>
  );
}

export { GroundMark };
