import { useState, type ReactNode } from 'react';
import { t } from '../messages/en';
import { storedUser, storeUser } from './useJudge';

/** Asks who decides and why, before a judgement is recorded. */
export function JudgeForm(props: {
  what: string;
  pending: boolean;
  error: Error | null;
  onRecord: (user: string, reason: string) => void;
  onCancel: () => void;
  /** What else is asked, before the reason. */
  children?: ReactNode;
  /** Whether all that is asked for is given. */
  complete?: boolean;
}) {
  const { complete = true } = props;
  const [user, setUser] = useState(storedUser);
  const [reason, setReason] = useState('');
  return (
    <form
      className="judge"
      onSubmit={(event) => {
        event.preventDefault();
        storeUser(user.trim());
        props.onRecord(user.trim(), reason.trim());
      }}
    >
      <p className="what">{props.what}</p>
      {props.children}
      <label>
        {t.judge.reason}
        <textarea
          autoFocus={!props.children}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <small>{t.judge.reasonHint}</small>
      </label>
      <label>
        {t.judge.user}
        <input required value={user} onChange={(event) => setUser(event.target.value)} autoComplete="name" />
        <small>{t.judge.needs}</small>
      </label>
      {props.error && (
        <p className="problem" role="alert">
          {props.error.message}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="primary" disabled={props.pending || !complete}>
          {t.judge.record}
        </button>
        <button type="button" onClick={props.onCancel}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}
