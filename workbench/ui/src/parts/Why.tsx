import { useState } from 'react';
import type { Range, Sheet, SupportView, WeighedView } from '../api/types';
import { speakerName } from '../format';
import { t } from '../messages/en';
import { groups, heaviest, signedWeight, withInterval, type Group } from '../weighing';
import { Published } from './Said';
import { Link } from './Ways';

/** So many statements of each actor are shown before all of them are asked for. */
const FIRST = 6;

/** The number that the perspective's rule takes, where it is one of several. */
export function Best({ best, count }: { best: number | null; count: Range | null }) {
  if (best === null || (count?.low === best && count.high === best)) return null;
  return <span className="best">{t.why.best(best.toLocaleString('en'))}</span>;
}

/** How far an actor is borne out: a point with its interval on a scale from 0 to 1, and the same in figures. */
export function Support(props: { support: SupportView | null; title: string; onWhy?: () => void }) {
  const { support } = props;
  if (!support) return <p className="support none">{t.why.noSupport}</p>;
  const percent = (value: number): string => `${100 * value}%`;
  return (
    <p className="support" title={t.why.supportMeans(props.title)}>
      <span>{t.why.support}</span>
      <span className="interval" aria-hidden="true">
        <i style={{ left: percent(support.low), width: percent(support.high - support.low) }} />
        <b style={{ left: percent(support.support) }} />
      </span>
      <strong>{withInterval(support)}</strong>
      {props.onWhy && (
        <button type="button" className="link" onClick={props.onWhy}>
          {t.why.link}
        </button>
      )}
    </p>
  );
}

/** What one statement contributed: right of the line for, left of it and hatched against, a ring where it is not heard. */
export function Weight({ weight, most }: { weight: number; most: number }) {
  const width = `${most === 0 ? 0 : (50 * Math.abs(weight)) / most}%`;
  const said =
    weight > 0 ? t.why.for(signedWeight(weight)) : weight < 0 ? t.why.against(signedWeight(weight)) : t.why.silent;
  return (
    <span className="weight">
      <span className="beam" role="img" aria-label={said}>
        {weight > 0 && <i className="for" style={{ width }} />}
        {weight < 0 && <i className="against" style={{ width }} />}
        {weight === 0 && <i className="silent" />}
      </span>
      <span className="number" aria-hidden="true">
        {weight === 0 ? t.why.silent : signedWeight(weight)}
      </span>
    </span>
  );
}

/** The statements behind the status, for and against each actor. */
export function Why(props: { sheet: Sheet; title: string; shown: boolean; onShow: (shown: boolean) => void }) {
  const { sheet } = props;
  const heard = sheet.reasons.filter((reason) => reason.weight !== 0).length;
  if (sheet.reasons.length === 0) return <p className="why-none">{t.why.none}</p>;
  const all = groups(
    sheet.reasons,
    sheet.claimants.map((claimant) => claimant.actor),
  );
  const most = heaviest(sheet.reasons);
  return (
    <details
      className="why-all"
      open={props.shown}
      onToggle={(event) => props.onShow((event.target as HTMLDetailsElement).open)}
    >
      <summary>{t.why.summary(heard, sheet.reasons.length - heard)}</summary>
      <p className="hint">{t.why.about(props.title)}</p>
      {all.map((group) => (
        <GroupTable key={group.actor?.id ?? 'toll'} group={group} most={most} sheet={sheet} title={props.title} />
      ))}
    </details>
  );
}

function GroupTable(props: { group: Group; most: number; sheet: Sheet; title: string }) {
  const { group, sheet } = props;
  const [all, setAll] = useState(false);
  const shown = all ? group.reasons : group.reasons.slice(0, FIRST);
  const support = sheet.claimants.find((claimant) => claimant.actor === group.actor?.id)?.support ?? null;
  return (
    <section className="why-group" id={`why-${group.actor?.id ?? 'toll'}`}>
      <h3>
        {group.actor ? t.why.actor(group.actor.name) : t.why.toll}
        {group.actor && support && <Support support={support} title={props.title} />}
      </h3>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t.why.columns.weight}</th>
            <th scope="col">{t.why.columns.who}</th>
            <th scope="col">{t.why.columns.said}</th>
            <th scope="col">{t.why.columns.rule}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((reason) => (
            <Row
              key={`${reason.said.id}${reason.actor?.id ?? ''}`}
              reason={reason}
              most={props.most}
              from={sheet.label}
            />
          ))}
        </tbody>
      </table>
      {group.reasons.length > shown.length && (
        <button type="button" className="small" onClick={() => setAll(true)}>
          {t.why.all(group.reasons.length)}
        </button>
      )}
    </section>
  );
}

function Row({ reason, most, from }: { reason: WeighedView; most: number; from: string }) {
  const { said } = reason;
  return (
    <tr className={reason.weight === 0 ? 'silent' : ''}>
      <td>
        <Weight weight={reason.weight} most={most} />
      </td>
      <td>
        {speakerName(said.speaker, said.outlet)}
        <span className="sub">
          {t.role[said.speaker.role]}, <Published on={said.published} outlet={null} />
        </span>
      </td>
      <td>
        {said.description}
        <span className="sub">
          <q>{said.text}</q>{' '}
          <Link to={`/reports/${said.report}?assertion=${said.id}`} state={{ from }}>
            {t.sheet.place(said.reportNumber, said.sentence)}
          </Link>
        </span>
      </td>
      <td>{reason.rule}</td>
    </tr>
  );
}
