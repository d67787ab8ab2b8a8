import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { t } from '../messages/en';
import { Link } from './Ways';

/** A message in which a command stands between backticks. */
export function Prose({ text }: { text: string }) {
  return <p>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</p>;
}

export function Loading({ children = t.states.loading }: { children?: ReactNode }) {
  return (
    <p className="loading" role="status">
      {children}
    </p>
  );
}

/** What there is instead of content: nothing found, nothing yet, no such page. Says what to do. */
export function Note({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="note">
      <h1>{title}</h1>
      {children}
    </section>
  );
}

export function Failed({ error, again }: { error: Error; again?: () => void }) {
  return (
    <section className="note failed" role="alert">
      <h2>{t.states.failed}</h2>
      <Prose text={error.message} />
      {error instanceof ApiError && error.status === 404 ? (
        <Link to="/incidents">{t.states.toIncidents}</Link>
      ) : (
        again && (
          <button type="button" onClick={again}>
            {t.tryAgain}
          </button>
        )
      )}
    </section>
  );
}
