import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideImport, get } from '../api/client';
import type { ImportView, SampleRow } from '../api/types';
import { moment, range, when, where } from '../format';
import { t } from '../messages/en';
import { Failed, Loading } from '../parts/States';
import { storedUser, storeUser } from '../parts/useJudge';
import { usePages } from '../parts/usePages';

/** Data sets that came in: what waits first, with some of its rows as the incidents that they would be. */
export default function Imports() {
  const { items, total, error, again, more } = usePages<ImportView>('/imports');
  if (error) return <Failed error={error} again={again} />;
  if (!items) return <Loading />;
  const waiting = items.filter((one) => one.state === 'waiting');
  const others = items.filter((one) => one.state !== 'waiting');
  return (
    <div className="imports">
      <title>{`${t.imports.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.imports.title}</h1>
        {total > 0 && <span className="total">{t.imports.waiting(waiting.length)}</span>}
      </div>
      <p className="lead">{t.imports.what}</p>
      {items.length === 0 && (
        <p className="panel empty">
          <strong>{t.imports.none}</strong> {t.imports.noneDo} <code>{t.imports.noneCommand}</code>
        </p>
      )}
      {[...waiting, ...others].map((one) => (
        <ImportPanel key={one.id} one={one} />
      ))}
      {more && (
        <button type="button" onClick={more}>
          {t.reports.more}
        </button>
      )}
    </div>
  );
}

function ImportPanel({ one }: { one: ImportView }) {
  const [open, setOpen] = useState(one.state === 'waiting');
  const name = one.release ? `${one.dataSet} ${one.release}` : one.dataSet;
  const facts = t.imports.facts;
  return (
    <section className={`panel import ${one.state}`} id={one.id} aria-labelledby={`${one.id}-name`}>
      <div className="panel-head">
        <h2 id={`${one.id}-name`}>{name}</h2>
        <span className="state">{t.imports.states[one.state]}</span>
      </div>
      <dl className="counts">
        <Fact name={facts.rows} value={t.imports.number(one.rows)} />
        <Fact name={facts.added} value={t.imports.number(one.added)} />
        <Fact name={facts.incidents} value={t.imports.number(one.incidents)} />
        <Fact name={facts.skipped} value={t.imports.number(one.skipped)} />
      </dl>
      <dl className="origin">
        <Fact name={facts.file} value={one.file} />
        <Fact name={facts.started} value={moment(one.startedAt)} />
        <Fact name={facts.digest} value={one.digest} />
        <Fact name={facts.licence} value={`${one.licence} · ${t.imports.redistribution[one.redistribution]}`} />
        <Fact name={facts.cite} value={one.cite || t.unknown} />
        {one.state !== 'waiting' && (
          <Fact name={facts.decided} value={t.imports.decided(one.decidedBy, moment(one.decidedAt))} />
        )}
      </dl>
      {one.skippedByCode.length > 0 && (
        <details className="skipped">
          <summary>{t.imports.skipped(one.skipped)}</summary>
          <ul>
            {one.skippedByCode.map((reason) => (
              <li key={reason.code}>
                <code>{reason.code}</code> {t.imports.times(reason.times)}: {reason.place}: {reason.why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Decide one={one} />
      <button type="button" className="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.imports.hideRows : t.imports.showRows}
      </button>
      {open && <Sample id={one.id} />}
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Decide({ one }: { one: ImportView }) {
  const queries = useQueryClient();
  const [user, setUser] = useState(storedUser);
  const decide = useMutation({
    mutationFn: (state: 'taken-in' | 'discarded') => {
      storeUser(user.trim());
      return decideImport(one.id, state, user.trim());
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  const named = user.trim() !== '' && !decide.isPending;
  return (
    <form className="decide" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t.imports.user} <input value={user} onChange={(event) => setUser(event.target.value)} autoComplete="off" />
      </label>
      {one.state !== 'taken-in' && (
        <button type="button" className="primary" disabled={!named} onClick={() => decide.mutate('taken-in')}>
          {t.imports.takeIn}
        </button>
      )}
      {one.state !== 'discarded' && (
        <button type="button" disabled={!named} onClick={() => decide.mutate('discarded')}>
          {t.imports.discard}
        </button>
      )}
      <span role="status">{decide.isPending ? t.imports.pending : ''}</span>
      {decide.error && <p role="alert">{decide.error.message}</p>}
    </form>
  );
}

function Sample({ id }: { id: string }) {
  const sample = useQuery({
    queryKey: ['imports', id, 'sample'],
    queryFn: ({ signal }) => get<SampleRow[]>(`/imports/${encodeURIComponent(id)}/sample?limit=4`, signal),
  });
  if (sample.error) return <Failed error={sample.error} />;
  if (!sample.data) return <Loading />;
  if (sample.data.length === 0) return <p className="empty">{t.imports.noIncident}</p>;
  return (
    <ol className="sample">
      {sample.data.map(({ row, text, sheet }) => (
        <li key={row}>
          <h3>
            <span className="row-id">{t.imports.row(row)}</span> {sheet.summary}
          </h3>
          <p className="placed">
            {when(sheet.when)} · {where(sheet.where)} · {t.status[sheet.status]}
          </p>
          <dl>
            <Fact
              name={t.imports.who}
              value={
                sheet.claimants
                  .map((actor) =>
                    t.imports.actor(
                      actor.name,
                      actor.statements.map((said) => (said.stance ? t.stance[said.stance] : t.unknown)).join(', '),
                    ),
                  )
                  .join('; ') || t.imports.nobody
              }
            />
            <Fact name={t.imports.killed} value={range(sheet.killed)} />
            <Fact name={t.imports.wounded} value={range(sheet.wounded)} />
          </dl>
          <details>
            <summary>{t.imports.words}</summary>
            <pre>{text}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
