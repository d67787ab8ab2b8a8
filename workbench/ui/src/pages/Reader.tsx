import { useQuery } from '@tanstack/react-query';
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { get } from '../api/client';
import type { AssertionView, FurnitureView, Kind, ReportView } from '../api/types';
import { day, opinion } from '../format';
import { t } from '../messages/en';
import { KindGlyph, StanceMark } from '../parts/Glyphs';
import { typing } from '../parts/Header';
import { Speaker } from '../parts/Said';
import { Failed, Loading } from '../parts/States';
import { Link } from '../parts/Ways';
import { codePoints, paragraphs, segments, slice, type CodePoints, type Segment } from '../passages';
import { stillness } from '../theme';

export default function Reader() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => get<ReportView>(`/reports/${encodeURIComponent(id)}`, signal),
  });
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  return <Read key={query.data.id} report={query.data} />;
}

function Read({ report }: { report: ReportView }) {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const from = (location.state as { from?: string } | null)?.from ?? null;
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set());
  const chosen = params.get('assertion');
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);

  const points = useMemo(() => codePoints(report.text), [report.text]);
  const inOrder = useMemo(
    () =>
      [...report.assertions].sort(
        (a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end || (a.id < b.id ? -1 : 1),
      ),
    [report.assertions],
  );
  const kinds = useMemo(() => [...new Set(inOrder.map((said) => said.kind))], [inOrder]);
  const shown = useMemo(() => inOrder.filter((said) => !hidden.has(said.kind)), [inOrder, hidden]);
  const byId = useMemo(() => new Map(inOrder.map((said) => [said.id, said])), [inOrder]);

  const choose = useCallback(
    (assertion: string | null) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (assertion) next.set('assertion', assertion);
          else next.delete('assertion');
          return next;
        },
        { replace: true, state: location.state as unknown },
      ),
    [setParams, location.state],
  );

  // Brings the words and their assertion into view, whichever of the two was chosen.
  useEffect(() => {
    if (!chosen) return;
    const behavior = stillness() ? 'auto' : 'smooth';
    const words = text.current?.querySelector('[data-chosen]');
    if (words && !inView(words)) words.scrollIntoView({ block: 'center', behavior });
    const entry = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (entry && list.current) list.current.scrollTo({ top: entry.offsetTop - 80, behavior });
  }, [chosen]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))
        return;
      const at = shown.findIndex((said) => said.id === chosen);
      if (event.key === 'j') choose(shown[Math.min(at + 1, shown.length - 1)]?.id ?? null);
      else if (event.key === 'k') choose(shown[Math.max(at - 1, 0)]?.id ?? null);
      else if (event.key === 'Escape') choose(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shown, chosen, choose]);

  // A click takes the most specific assertion on the words; another click the next one that lies on them.
  const click = (marks: string[]): void => {
    const at = chosen ? marks.indexOf(chosen) : -1;
    choose(marks[(at + 1) % marks.length] ?? null);
  };

  return (
    <article className="reader">
      <title>{`${report.title ?? t.untitled} – ${t.product}`}</title>
      <p className="trail">
        {from && (
          <Link to={`/incidents/${from}${chosen ? `?assertion=${chosen}` : ''}`}>← {t.reader.backTo(from)}</Link>
        )}
        <Link to="/reports">{t.reader.back}</Link>
      </p>
      <div className="reader-split">
        <div className="paper panel">
          <header>
            <h1>{report.title ?? t.untitled}</h1>
            <p className="imprint">
              {[
                report.outlet,
                report.authors.length > 0 ? t.reader.by(report.authors.join(', ')) : null,
                report.published ? day(report.published) : t.reports.undated,
                t.genre[report.genre] ?? report.genre,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {report.url && <Origin name={t.reader.address} text={report.url} />}
            {report.source && <Origin name={t.reader.source} text={report.source} />}
            <div className="tells">
              <h2>{report.incidents.length > 0 ? t.reader.tells : t.reader.tellsNone}</h2>
              <ul className="plain">
                {report.incidents.map((incident) => (
                  <li key={incident.id + incident.toldAs}>
                    <Link to={`/incidents/${incident.label}`}>
                      <b>{incident.label}</b> {incident.summary}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          </header>
          <div className="words" ref={text} lang={report.language}>
            <Text report={report} points={points} shown={shown} byId={byId} chosen={chosen} onClick={click} />
          </div>
        </div>
        <aside className="margin">
          <section className="panel margin-list">
            <h2>{t.reader.list(inOrder.length)}</h2>
            {kinds.length > 0 && (
              <div className="legend" role="group" aria-label={t.reader.legend}>
                {kinds.map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    className={`toggle kind-${kind}`}
                    aria-pressed={!hidden.has(kind)}
                    onClick={() => {
                      const next = new Set(hidden);
                      if (!next.delete(kind)) next.add(kind);
                      setHidden(next);
                    }}
                  >
                    <KindGlyph kind={kind} />
                    <span className="sample">{t.kind[kind]}</span>
                    <span className="count">{inOrder.filter((said) => said.kind === kind).length}</span>
                  </button>
                ))}
              </div>
            )}
            {inOrder.length === 0 && <p className="empty">{t.reader.listNone}</p>}
            {inOrder.length > 0 && shown.length === 0 && <p className="empty">{t.reader.allHidden}</p>}
            {chosen && !byId.has(chosen) && <p className="empty">{t.reader.stray}</p>}
            <ol className="assertions" ref={list}>
              {shown.map((said) => (
                <Entry key={said.id} said={said} chosen={said.id === chosen} onChoose={choose} />
              ))}
            </ol>
          </section>
        </aside>
      </div>
    </article>
  );
}

function inView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 80 && bottom <= window.innerHeight - 40;
}

function Origin({ name, text }: { name: string; text: string }) {
  return (
    <p className="origin">
      {name}: <span>{text}</span>
    </p>
  );
}

function Entry(props: { said: AssertionView; chosen: boolean; onChoose: (id: string | null) => void }) {
  const { said, chosen, onChoose } = props;
  return (
    <li className={`kind-${said.kind}${chosen ? ' chosen' : ''}`} aria-current={chosen ? 'true' : undefined}>
      <button type="button" className="entry" onClick={() => onChoose(chosen ? null : said.id)} aria-expanded={chosen}>
        <KindGlyph kind={said.kind} />
        <span>{said.description}</span>
      </button>
      {chosen && (
        <div className="detail">
          <p className="by">
            {said.stance && <StanceMark stance={said.stance} hedged={said.hedged} />}
            <Speaker speaker={said.speaker} outlet={said.outlet} />
          </p>
          <p className="sub">
            {[
              t.kind[said.kind],
              said.polarity === 'affirmed' ? null : t.polarity[said.polarity],
              said.hedged && !said.stance ? t.sheet.hedged : null,
              said.evidence ? t.sheet.evidence[said.evidence] : null,
              t.sheet.place(null, said.sentence),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="sub">{t.sheet.readBy(said.by.step, said.by.version, said.confidence.toFixed(2))}</p>
          {opinion(said) && <p className="sub">{opinion(said)}</p>}
          {said.incident ? (
            <Link className="go" to={`/incidents/${said.incident}?assertion=${said.id}`}>
              {t.reader.openIncident(said.incident)}
            </Link>
          ) : (
            <p className="sub">{t.reader.noIncident}</p>
          )}
        </div>
      )}
    </li>
  );
}

interface Piece {
  start: number;
  end: number;
  furniture: FurnitureView | null;
}

/** Paragraphs, each cut where furniture begins and ends, in the order of the text. */
export function blocks(points: CodePoints, furniture: readonly FurnitureView[]): Piece[][] {
  return paragraphs(points).map((paragraph) => {
    const pieces: Piece[] = [];
    let at = paragraph.start;
    for (const piece of furniture) {
      const start = Math.max(piece.start, at);
      const end = Math.min(piece.end, paragraph.end);
      if (start >= end) continue;
      if (start > at) pieces.push({ start: at, end: start, furniture: null });
      pieces.push({ start, end, furniture: piece });
      at = end;
    }
    if (at < paragraph.end) pieces.push({ start: at, end: paragraph.end, furniture: null });
    return pieces.filter((piece) => slice(points, piece.start, piece.end).trim() !== '');
  });
}

function Text(props: {
  report: ReportView;
  points: CodePoints;
  shown: AssertionView[];
  byId: Map<string, AssertionView>;
  chosen: string | null;
  onClick: (marks: string[]) => void;
}) {
  const { report, points, shown, byId, chosen } = props;
  const all = useMemo(() => blocks(points, report.furniture), [points, report.furniture]);
  const marks = useMemo(
    () => shown.map((said) => ({ id: said.id, start: said.passage.start, end: said.passage.end })),
    [shown],
  );
  return all.map((pieces, index) => {
    const [first] = pieces;
    if (!first) return null;
    if (first.furniture && pieces.length === 1) {
      const again = all[index - 1]?.[0]?.furniture === first.furniture;
      return (
        <div key={first.start} className={`furniture${again ? ' again' : ''}`}>
          {!again && <FurnitureKind furniture={first.furniture} />}
          <p>{slice(points, first.start, first.end)}</p>
        </div>
      );
    }
    return (
      <p key={first.start}>
        {pieces.map((piece) =>
          piece.furniture ? (
            <span key={piece.start} className="furniture-inline">
              <FurnitureKind furniture={piece.furniture} />
              {slice(points, piece.start, piece.end)}
            </span>
          ) : (
            segments(points, piece.start, piece.end, marks).map((segment) => (
              <Words key={segment.start} segment={segment} byId={byId} chosen={chosen} onClick={props.onClick} />
            ))
          ),
        )}
      </p>
    );
  });
}

function FurnitureKind({ furniture }: { furniture: FurnitureView }) {
  return (
    <span className="furniture-kind" title={t.reader.furnitureWhy}>
      {t.reader.furniture[furniture.kind]}
    </span>
  );
}

/** Words under the same marks: each kind underlines them in its own way, one below the other. */
function Words(props: {
  segment: Segment;
  byId: Map<string, AssertionView>;
  chosen: string | null;
  onClick: (marks: string[]) => void;
}) {
  const { segment, byId, chosen } = props;
  if (segment.marks.length === 0) return <Fragment>{segment.text}</Fragment>;
  const said = segment.marks.map((id) => byId.get(id)).filter((one): one is AssertionView => one !== undefined);
  const kinds = [...new Set(said.map((one) => one.kind))];
  const begins = [...new Set(said.filter((one) => one.passage.start === segment.start).map((one) => one.kind))];
  const isChosen = chosen !== null && segment.marks.includes(chosen);
  const [, word = '', rest = segment.text] = /^(\S+)([^]*)$/.exec(segment.text) ?? [];
  let inside: ReactNode = (
    <>
      {begins.length > 0 && (
        <span className="begin">
          {begins.map((kind) => (
            <KindGlyph key={kind} kind={kind} />
          ))}
          {word}
        </span>
      )}
      {begins.length > 0 ? rest : segment.text}
    </>
  );
  kinds.forEach((kind, depth) => {
    inside = <span className={`under kind-${kind} depth-${Math.min(depth, 3)}`}>{inside}</span>;
  });
  return (
    <span
      className={`words-said${isChosen ? ' chosen' : ''}`}
      data-chosen={isChosen ? '' : undefined}
      onClick={() => {
        if (!window.getSelection()?.toString()) props.onClick(segment.marks);
      }}
      title={said.map((one) => one.description).join('\n')}
    >
      {inside}
    </span>
  );
}
