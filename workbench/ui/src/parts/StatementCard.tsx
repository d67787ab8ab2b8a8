import { useEffect, useRef, useState } from 'react';
import type { ActorRow, AssertionView } from '../api/types';
import { opinion } from '../format';
import { t } from '../messages/en';
import { ActorPick } from './ActorPick';
import { StanceMark } from './Glyphs';
import { JudgeForm } from './JudgeForm';
import { Published, Quote, Speaker } from './Said';
import { Link } from './Ways';
import type { Judge } from './useJudge';

/** One voice's statement with its words: who, in which stance, when, the sentence, and the way to it. */
export function StatementCard(props: { said: AssertionView; from: string; chosen: boolean; judge: Judge }) {
  const { said, chosen, judge } = props;
  const [asking, setAsking] = useState<'wrong-reading' | 'right-actor' | null>(null);
  const [actor, setActor] = useState<ActorRow | null>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const readBy = opinion(said);
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
        {readBy && <span className="opinion">{readBy}</span>}
        {evidence && <span className={`evidence evidence-${said.evidence ?? ''}`}>{evidence}</span>}
        <Link
          to={`/reports/${said.report}?assertion=${said.id}`}
          state={{ from: props.from }}
          className="source"
          title={t.sheet.readBy(said.by.step, said.by.version, said.confidence.toFixed(2))}
        >
          {t.sheet.place(said.reportNumber, said.sentence)} – {t.sheet.openPassage}
        </Link>
        <span className="judging">
          {(['right-actor', 'wrong-reading'] as const).map((decision) =>
            decision === 'right-actor' && !said.actor ? null : (
              <button
                key={decision}
                type="button"
                className="quiet small"
                onClick={() => {
                  judge.record.reset();
                  setActor(null);
                  setAsking(asking === decision ? null : decision);
                }}
                aria-expanded={asking === decision}
              >
                {decision === 'right-actor' ? t.judge.rightActor : t.judge.wrongReading}
              </button>
            ),
          )}
        </span>
      </footer>
      {asking && (
        <JudgeForm
          key={asking}
          what={asking === 'right-actor' ? t.judge.rightActorWhat(said.actor?.name ?? '') : t.judge.wrongReadingWhat}
          complete={asking === 'wrong-reading' || actor !== null}
          pending={judge.record.isPending}
          error={judge.record.error}
          onCancel={() => setAsking(null)}
          onRecord={(user, reason) =>
            judge.record.mutate(
              {
                decision: asking,
                assertion: said.id,
                a: null,
                b: null,
                actor: asking === 'right-actor' ? (actor?.id ?? null) : null,
                user,
                reason,
              },
              { onSuccess: () => setAsking(null) },
            )
          }
        >
          {asking === 'right-actor' && <ActorPick but={said.actor?.id ?? ''} chosen={actor} onChoose={setActor} />}
        </JudgeForm>
      )}
    </article>
  );
}
