import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { AssertionView } from '../api/types';
import { t } from '../messages/en';
import { StanceMark } from './Glyphs';
import { JudgeForm } from './JudgeForm';
import { Published, Quote, Speaker } from './Said';
import type { Judge } from './useJudge';

/** One voice's statement with its words: who, in which stance, when, the sentence, and the way to it. */
export function StatementCard(props: { said: AssertionView; from: string; chosen: boolean; judge: Judge }) {
  const { said, chosen, judge } = props;
  const [asking, setAsking] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const evidence = said.evidence ? t.sheet.evidence[said.evidence] : '';
  return (
    <article
      ref={card}
      className={`statement${chosen ? ' chosen' : ''}`}
      id={said.id}
      aria-label={said.description}
      aria-current={chosen ? 'true' : undefined}
    >
      <header>
        {said.stance ? <StanceMark stance={said.stance} hedged={said.hedged} /> : <span>{said.description}</span>}
        <Published on={said.published} outlet={said.outlet} />
      </header>
      <p className="by">
        <Speaker speaker={said.speaker} outlet={said.outlet} />
        {said.channel && <span className="channel">{t.sheet.channel(said.channel)}</span>}
      </p>
      <Quote said={said} />
      <footer>
        {evidence && <span className={`evidence evidence-${said.evidence ?? ''}`}>{evidence}</span>}
        <Link
          to={`/reports/${said.report}?assertion=${said.id}`}
          state={{ from: props.from }}
          className="source"
          title={t.sheet.readBy(said.by.step, said.by.version, said.confidence.toFixed(2))}
        >
          {t.sheet.place(said.reportNumber, said.sentence)} – {t.sheet.openPassage}
        </Link>
        <button type="button" className="quiet small" onClick={() => setAsking(!asking)} aria-expanded={asking}>
          {t.judge.wrongReading}
        </button>
      </footer>
      {asking && (
        <JudgeForm
          what={t.judge.wrongReadingWhat}
          pending={judge.record.isPending}
          error={judge.record.error}
          onCancel={() => setAsking(false)}
          onRecord={(user, reason) =>
            judge.record.mutate(
              { decision: 'wrong-reading', assertion: said.id, a: null, b: null, actor: null, user, reason },
              { onSuccess: () => setAsking(false) },
            )
          }
        />
      )}
    </article>
  );
}
