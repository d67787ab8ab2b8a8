import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { checkPerspective, keepPerspective } from '../api/client';
import { t } from '../messages/en';
import { usePerspectives } from '../parts/PerspectiveSwitch';
import { Failed, Loading } from '../parts/States';
import { Link } from '../parts/Ways';
import { EVERY_VOICE, switched } from '../perspective';
import { InWords } from './Perspectives';

/** So long after the last key the text is checked. */
const PAUSE = 350;

/** A text for a perspective, with its problems by line and what it trusts in words. */
export default function PerspectiveEditor() {
  const [params] = useSearchParams();
  const all = usePerspectives();
  if (all.error) return <Failed error={all.error} again={() => void all.refetch()} />;
  if (!all.data) return <Loading />;
  const edited = all.data.find((one) => one.name === params.get('edit') && !one.builtIn);
  const from = params.get('from') ?? EVERY_VOICE;
  return <Editor key={edited?.name ?? from} start={edited?.yaml ?? t.perspectives.start(from)} />;
}

function Editor({ start }: { start: string }) {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(start);
  const [asked, setAsked] = useState(start);
  const queries = useQueryClient();
  const id = useId();

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);

  const check = useQuery({
    queryKey: ['check', asked],
    queryFn: () => checkPerspective(asked),
    enabled: asked.trim() !== '',
    placeholderData: (before) => before,
  });
  const save = useMutation({
    mutationFn: () => keepPerspective(text),
    onSuccess: async (kept) => {
      await queries.invalidateQueries();
      const next = switched(params, kept.name);
      next.delete('from');
      next.set('edit', kept.name);
      setParams(next, { replace: true });
    },
  });

  const waiting = text !== asked || check.isFetching;
  const problems = check.data?.problems ?? [];
  const fine = !waiting && check.data !== undefined && problems.length === 0;
  return (
    <article className="editor">
      <title>{`${t.perspectives.editor} – ${t.product}`}</title>
      <p className="trail">
        <Link to="/perspectives">{t.perspectives.back}</Link>
      </p>
      <h1>{t.perspectives.editor}</h1>
      <p className="lead">{t.perspectives.editorWhat}</p>
      <div className="editor-split">
        <section className="panel">
          <label htmlFor={id}>{t.perspectives.text}</label>
          <Lines
            id={id}
            text={text}
            wrong={problems.map((problem) => problem.line)}
            onText={(next) => {
              save.reset();
              setText(next);
            }}
          />
          <div className="buttons">
            <button type="button" className="primary" disabled={!fine || save.isPending} onClick={() => save.mutate()}>
              {t.perspectives.save}
            </button>
            {save.data && !save.isPending && <span role="status">{t.perspectives.saved(save.data.name)}</span>}
            {save.error && (
              <span className="problem" role="alert">
                {save.error.message}
              </span>
            )}
          </div>
        </section>
        <section className={`panel${waiting ? ' stale' : ''}`} aria-live="polite">
          {check.error && <p className="problem">{check.error.message}</p>}
          {problems.map((problem) => (
            <p key={problem.message} className="problem yaml-problem" role="alert">
              {problem.line !== null && <strong>{t.perspectives.line(problem.line)}</strong>} {problem.message}
            </p>
          ))}
          {check.data?.perspective && (
            <>
              <h2>{check.data.perspective.title}</h2>
              <p className="about">{check.data.perspective.about}</p>
              {fine && <p className="fine">✓ {t.perspectives.fine}</p>}
              <InWords one={check.data.perspective} />
            </>
          )}
          {waiting && !check.data && <Loading>{t.perspectives.checking}</Loading>}
        </section>
      </div>
    </article>
  );
}

/** A text area with the number of each line; the lines in which something is wrong carry a mark. */
function Lines(props: { id: string; text: string; wrong: (number | null)[]; onText: (text: string) => void }) {
  const numbers = useRef<HTMLOListElement>(null);
  const lines = props.text.split('\n').length;
  return (
    <div className="lines">
      <ol ref={numbers} aria-hidden="true">
        {Array.from({ length: lines }, (_, at) => (
          <li key={at} className={props.wrong.includes(at + 1) ? 'wrong' : ''}>
            {at + 1}
          </li>
        ))}
      </ol>
      <textarea
        id={props.id}
        value={props.text}
        spellCheck={false}
        wrap="off"
        rows={Math.min(40, Math.max(22, lines + 1))}
        aria-invalid={props.wrong.length > 0}
        onChange={(event) => props.onText(event.target.value)}
        onScroll={(event) => {
          if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
