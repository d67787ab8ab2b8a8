import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { get } from '../api/client';
import type { JudgementView, Matches as Part, MatchView, ReasonView, ToldSide } from '../api/types';
import { lines, pieces, signed, standing, wordsReason, type Line } from '../matches';
import { t } from '../messages/en';
import { typing } from '../parts/Header';
import { Published } from '../parts/Said';
import { Failed, Loading } from '../parts/States';
import { Link } from '../parts/Ways';
import { storedUser, storeUser, useJudge } from '../parts/useJudge';

const answers = ['same-incident', 'not-same-incident', 'unsure'] as const;
type Answer = (typeof answers)[number];
const keyOf: Record<Answer, string> = { 'same-incident': 'y', 'not-same-incident': 'n', unsure: 'u' };

/** An answer given on this visit; what was recorded may still be on its way. */
interface Given {
  match: MatchView;
  answer: Answer;
  recorded: Promise<JudgementView>;
}

/** The pairs that nobody has decided on, nearest the threshold first, one after the other. */
export default function Matches() {
  const list = useInfiniteQuery({
    queryKey: ['matches'],
    queryFn: ({ pageParam, signal }) =>
      get<Part>(`/matches?state=open&limit=50${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (part) => part.next,
  });
  const judge = useJudge();
  const [at, setAt] = useState<string | null>(null);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [given, setGiven] = useState<Given[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [undoing, setUndoing] = useState(false);
  const [user, setUser] = useState(storedUser);
  const [reason, setReason] = useState('');
  const name = useRef<HTMLInputElement>(null);

  const first = list.data?.pages[0];
  const seen = new Set<string>();
  // A pair may come twice where the parts were read before and after an answer.
  const open = (list.data?.pages.flatMap((part) => part.items) ?? []).filter(
    (match) => !answered.has(match.id) && !seen.has(match.id) && seen.add(match.id),
  );
  const place = Math.max(
    0,
    open.findIndex((match) => match.id === at),
  );
  const match = open[place];
  const ahead = open.length - place;

  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (ahead < 5 && hasNextPage && !isFetching) void fetchNextPage();
  }, [ahead, hasNextPage, isFetching, fetchNextPage]);

  const without = (id: string): void => setAnswered((all) => new Set([...all].filter((one) => one !== id)));
  const show = (id: string | null): void => {
    setAt(id);
    window.scrollTo(0, 0);
  };

  const answer = (decision: Answer): void => {
    if (!match) return;
    const who = user.trim();
    if (!who) {
      setProblem(t.matches.nameFirst);
      name.current?.focus();
      return;
    }
    storeUser(who);
    setProblem(null);
    const recorded = judge.record.mutateAsync({
      decision,
      a: match.a.telling,
      b: match.b.telling,
      assertion: null,
      actor: null,
      user: who,
      reason: reason.trim(),
    });
    recorded.catch((failure: Error) => {
      setGiven((all) => all.filter((one) => one.match.id !== match.id));
      without(match.id);
      show(match.id);
      setSaid(null);
      setProblem(t.matches.notRecorded(failure.message));
    });
    setAnswered((all) => new Set(all).add(match.id));
    setGiven((all) => [...all, { match, answer: decision, recorded }]);
    setSaid(t.matches.answered(t.matches.answers[decision], match.a.summary, match.b.summary));
    setReason('');
    show(open[place + 1]?.id ?? open[place - 1]?.id ?? null);
  };

  const last = given.at(-1);
  const undo = async (): Promise<void> => {
    if (!last || undoing) return;
    setUndoing(true);
    setProblem(null);
    try {
      const made = await last.recorded;
      await judge.undo.mutateAsync({ id: made.id, user: user.trim() || made.user, reason: t.judge.undoReason });
      setGiven((all) => all.filter((one) => one !== last));
      without(last.match.id);
      show(last.match.id);
      setSaid(t.matches.undone);
    } catch (failure) {
      setProblem(t.matches.notUndone(failure instanceof Error ? failure.message : String(failure)));
    } finally {
      setUndoing(false);
    }
  };
  const step = (by: number): void => {
    const next = open[place + by];
    if (next) show(next.id);
  };

  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  onKey.current = (event) => {
    if (typing(event) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const decision = answers.find((one) => keyOf[one] === event.key);
    if (decision) answer(decision);
    else if (event.key === 'z') void undo();
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  if (list.error) return <Failed error={list.error} again={() => void list.refetch()} />;
  if (!first) return <Loading>{t.matches.loading}</Loading>;
  // What the server has counted already is no longer in its list; what is on its way still is.
  const listed = new Set(list.data?.pages.flatMap((part) => part.items.map((one) => one.id)));
  const onItsWay = given.filter((one) => listed.has(one.match.id));
  const done = Math.min(first.judged + onItsWay.length, first.pairs);
  return (
    <section className="matches">
      <title>{`${t.matches.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.matches.title}</h1>
        <label className="progress">
          <progress max={Math.max(1, first.pairs)} value={done} />
          <span>{t.matches.progress(done, first.pairs)}</span>
        </label>
      </div>
      <p className="lead">{t.matches.what(first.threshold)}</p>
      {problem && (
        <p className="banner problem" role="alert">
          {problem}
        </p>
      )}
      {match ? (
        <>
          <Comparison match={match} threshold={first.threshold} />
          <form className="answer panel" aria-label={t.matches.question} onSubmit={(event) => event.preventDefault()}>
            <div className="buttons">
              <span className="question">{t.matches.question}</span>
              {answers.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={`answer-${one}`}
                  aria-keyshortcuts={keyOf[one]}
                  onClick={() => answer(one)}
                >
                  {t.matches.answers[one]} <kbd>{keyOf[one]}</kbd>
                </button>
              ))}
            </div>
            <div className="fields">
              <label>
                {t.matches.reason}
                <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={4000} />
              </label>
              <label>
                {t.judge.user}
                <input
                  ref={name}
                  value={user}
                  onChange={(event) => setUser(event.target.value)}
                  maxLength={200}
                  autoComplete="name"
                />
              </label>
            </div>
            <div className="buttons moves">
              <Move name={t.matches.undo} at="z" disabled={!last || undoing} onClick={() => void undo()} />
              <Move name={t.matches.before} at="k" disabled={place === 0} onClick={() => step(-1)} />
              <Move name={t.matches.after} at="j" disabled={ahead <= 1} onClick={() => step(1)} />
            </div>
            <p className="sub said" role="status">
              {said}
            </p>
          </form>
        </>
      ) : (
        <div className="panel empty">
          <p>
            <strong>{first.pairs === 0 ? t.matches.none : t.matches.allDone}</strong>{' '}
            {first.pairs === 0 ? t.matches.noneDo : t.matches.allDoneDo}{' '}
            <Link to="/judgements">{t.nav.judgements}</Link>
          </p>
          {last && (
            <p className="buttons">
              <Move name={t.matches.undo} at="z" disabled={undoing} onClick={() => void undo()} />
              <span className="sub" role="status">
                {said}
              </span>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

function Move(props: { name: string; at: string; disabled: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-keyshortcuts={props.at} disabled={props.disabled} onClick={props.onClick}>
      {props.name} <kbd>{props.at}</kbd>
    </button>
  );
}

function Comparison({ match, threshold }: { match: MatchView; threshold: number }) {
  const all = lines(match);
  const most = Math.max(4, ...match.reasons.map((reason) => Math.abs(reason.weight ?? 0)));
  const text = (side: ToldSide): string => side.words.map((words) => words.text).join(' ');
  const told = wordsReason(match);
  return (
    <div className="panel scroll-x comparison">
      <p className="standing">
        <strong title={t.sheet.bitsWhy}>{t.sheet.bits(signed(match.weight))}</strong> {standing(match, threshold)}
      </p>
      <table>
        <caption className="unseen">{t.matches.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.sheet.reason.field}</th>
            <SideHead side={match.a} />
            <SideHead side={match.b} />
            <th scope="col" className="weight" title={t.sheet.bitsWhy}>
              {t.sheet.reason.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((line) => (
            <tr key={line.field} className={line.agreement}>
              <th scope="row">
                {t.sheet.fields[line.field] ?? line.field}
                <span className="sub">{t.matches.agreement[line.agreement]}</span>
              </th>
              <Value line={line} of="a" />
              <Value line={line} of="b" />
              <Weight reason={line.reason} most={most} />
            </tr>
          ))}
          <tr className="words-row">
            <th scope="row">
              {t.sheet.fields['text']}
              <span className="sub">{t.matches.wordsHint}</span>
            </th>
            {([match.a, match.b] as const).map((side, n) => (
              <td key={n}>
                {side.words.length === 0 && <span className="unknown">{t.unknown}</span>}
                {side.words.map((words) => (
                  <blockquote key={words.start} className="quote">
                    {pieces(words.text, text(n === 0 ? match.b : match.a), 4).map((piece, i) =>
                      piece.shared ? <u key={i}>{piece.text}</u> : piece.text,
                    )}
                  </blockquote>
                ))}
              </td>
            ))}
            <Weight reason={told} most={most} note={told?.b ?? null} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function SideHead({ side }: { side: ToldSide }) {
  return (
    <th scope="col" className="side">
      <Link to={`/reports/${side.telling.report}`} state={{ from: side.incident }}>
        {side.title ?? t.untitled}
      </Link>
      <span className="sub">
        <Published on={side.published} outlet={side.outlet} />
        {side.genre === 'data-set' && ` · ${t.genre['data-set']}`} · {t.matches.in}{' '}
        <Link to={`/incidents/${side.incident}`}>{side.incident}</Link>
      </span>
      <span className="summary">{side.summary}</span>
    </th>
  );
}

function Value({ line, of }: { line: Line; of: 'a' | 'b' }) {
  const [own, other] = of === 'a' ? [line.a, line.b] : [line.b, line.a];
  let shown: ReactNode = own;
  if (own === null) shown = <span className="unknown">{t.unknown}</span>;
  else if (line.agreement === 'differs' && other !== null) {
    shown = pieces(own, other).map((piece, n) =>
      piece.shared === false ? <mark key={n}>{piece.text}</mark> : piece.text,
    );
  }
  return <td>{shown}</td>;
}

/** Bits as a number and as a bar to the right (for) or to the left (against). */
function Weight({ reason, most, note = null }: { reason: ReasonView | null; most: number; note?: string | null }) {
  const bits = reason?.weight ?? null;
  if (reason === null || bits === null) {
    return (
      <td className="weight">
        <span className="unknown">{reason === null ? t.matches.noWeight : t.sheet.bound}</span>
      </td>
    );
  }
  const share = Math.min(1, Math.abs(bits) / most) * 50;
  return (
    <td className={`weight ${bits < 0 ? 'against' : 'for'}`}>
      <span className="bits">{signed(bits)}</span>
      <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-bits" x={bits < 0 ? 50 - share : 50} y="0" width={share} height="8" />
        <rect className="bar-zero" x="49" y="0" width="2" height="8" />
      </svg>
      {note && <span className="sub">{note}</span>}
    </td>
  );
}
