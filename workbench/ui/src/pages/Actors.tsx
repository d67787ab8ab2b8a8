import type { ActorRow, Stance } from '../api/types';
import { t } from '../messages/en';
import { StanceGlyph } from '../parts/Glyphs';
import { Failed, Loading, Note, Prose } from '../parts/States';
import { Link } from '../parts/Ways';
import { usePages } from '../parts/usePages';

export const counted = ['claimed', 'stated', 'accused', 'suspected', 'denied', 'doubted'] as const satisfies Stance[];

export const isDisputed = (status: string | null): boolean => status === 'disputed';

/** The names that differ from the one it goes by here. */
export const otherNames = (actor: ActorRow): ActorRow['aliases'] =>
  actor.aliases.filter((alias) => alias.alias !== actor.name);

/** `armed-group` as people write it. */
export const kindName = (kind: string | null): string => (kind ?? '').replaceAll('-', ' ');

export default function Actors() {
  const { items, total, error, again, more } = usePages<ActorRow>('/actors');
  if (error) return <Failed error={error} again={again} />;
  if (!items) return <Loading />;
  if (items.length === 0) {
    return (
      <Note title={t.actors.none}>
        <Prose text={t.actors.noneDo} />
      </Note>
    );
  }
  return (
    <div>
      <title>{`${t.actors.title} – ${t.product}`}</title>
      <div className="title-line">
        <h1>{t.actors.title}</h1>
        <span className="total">{t.count.actors(total)}</span>
      </div>
      <div className="panel scroll-x">
        <table className="list actors">
          <caption className="unseen">{t.actors.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.actors.columns.name}</th>
              <th scope="col">{t.actors.columns.aliases}</th>
              <th scope="col" className="numeric">
                {t.actors.columns.incidents}
              </th>
              {counted.map((stance) => (
                <th key={stance} scope="col" className="numeric">
                  <span className={`stance stance-${stance}`}>
                    <StanceGlyph stance={stance} />
                    {t.stance[stance]}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((actor) => (
              <tr key={actor.id}>
                <td>
                  <Link to={`/actors/${encodeURIComponent(actor.id)}`}>{actor.name}</Link>
                  {actor.kind && <span className="sub">{kindName(actor.kind)}</span>}
                </td>
                <td className="aliases">
                  {otherNames(actor)
                    .slice(0, 6)
                    .map((alias) => (
                      <span key={alias.alias} title={alias.source ? t.actors.aliasSource(alias.source) : undefined}>
                        {alias.alias}
                        {isDisputed(alias.status) && <em className="disputed">{t.actors.disputed}</em>}
                      </span>
                    ))}
                  {otherNames(actor).length > 6 && (
                    <Link to={`/actors/${encodeURIComponent(actor.id)}`}>
                      {t.actors.more(otherNames(actor).length - 6)}
                    </Link>
                  )}
                </td>
                <td className="numeric">{actor.incidents}</td>
                {counted.map((stance) => (
                  <td key={stance} className={`numeric${actor[stance] === 0 ? ' none' : ''}`}>
                    {actor[stance]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {more && (
          <button type="button" onClick={more}>
            {t.reports.more}
          </button>
        )}
      </div>
    </div>
  );
}
