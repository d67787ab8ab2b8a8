import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { get } from '../api/client';
import type { ActorPage, ActorRow, AssertionView } from '../api/types';
import { t } from '../messages/en';
import { asking } from '../perspective';
import { KindGlyph, StanceGlyph, StatusMark } from '../parts/Glyphs';
import { Count, Published, Quote, Speaker, WhenText, WhereText } from '../parts/Said';
import { Failed, Loading } from '../parts/States';
import { counted, isDisputed, kindName, otherNames } from './Actors';
import { Link, usePerspective } from '../parts/Ways';

interface NameGroup {
  status: string | null;
  source: string | null;
  names: string[];
}

/** Names of one standing by one source stand together. */
function bySource(aliases: ActorRow['aliases']): NameGroup[] {
  const groups = new Map<string, NameGroup>();
  for (const { alias, status, source } of aliases) {
    const key = `${status} ${source}`;
    const group = groups.get(key) ?? { status, source, names: [] };
    group.names.push(alias);
    groups.set(key, group);
  }
  return [...groups.values()];
}

export default function Actor() {
  const { id = '' } = useParams();
  const perspective = usePerspective();
  const query = useQuery({
    queryKey: ['actor', id, perspective],
    queryFn: ({ signal }) => get<ActorPage>(`/actors/${encodeURIComponent(id)}${asking('', perspective)}`, signal),
    placeholderData: (before, asked) => (asked?.queryKey[1] === id ? before : undefined),
  });
  if (query.error) return <Failed error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const { actor, statements, incidents } = query.data;
  const of = (kind: AssertionView['kind']): AssertionView[] => statements.filter((said) => said.kind === kind);
  const groups: [string, AssertionView[], string | null][] = [
    [t.actors.relations, of('relation'), t.actors.nothingWords.relation],
    [t.actors.presence, of('presence'), t.actors.nothingWords.presence],
    [t.actors.capability, of('capability'), t.actors.nothingWords.capability],
    [t.actors.other, statements.filter((said) => !['relation', 'presence', 'capability'].includes(said.kind)), null],
  ];
  return (
    <article className="actor">
      <title>{`${actor.name} – ${t.product}`}</title>
      <p className="trail">
        <Link to="/actors">{t.actors.back}</Link>
      </p>
      <header className="panel actor-head">
        <div>
          <h1>{actor.name}</h1>
          <p className="sub">
            {kindName(actor.kind)}
            {actor.parent && (
              <>
                {' '}
                · {t.actors.partOf} <Link to={`/actors/${encodeURIComponent(actor.parent)}`}>{actor.parent}</Link>
              </>
            )}
          </p>
        </div>
        <dl className="figures">
          <div>
            <dt>{t.actors.columns.incidents}</dt>
            <dd>{actor.incidents}</dd>
          </div>
          {counted.map((stance) => (
            <div key={stance}>
              <dt className={`stance stance-${stance}`}>
                <StanceGlyph stance={stance} />
                {t.stance[stance]}
              </dt>
              <dd className={actor[stance] === 0 ? 'none' : ''}>{actor[stance]}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className="actor-body">
        <div>
          <section aria-labelledby="said" className="panel">
            <h2 id="said">{t.actors.said}</h2>
            {groups.map(([title, said, nothing]) =>
              said.length === 0 && nothing === null ? null : (
                <section key={title} className="said-group">
                  <h3>{title}</h3>
                  {said.length === 0 && nothing && <p className="empty">{t.actors.nothing(nothing)}</p>}
                  {said.map((one) => (
                    <Statement key={one.id} said={one} />
                  ))}
                </section>
              ),
            )}
          </section>
        </div>
        <div>
          <section aria-labelledby="aliases" className="panel">
            <h2 id="aliases">{t.actors.aliases}</h2>
            {otherNames(actor).length === 0 ? (
              <p className="empty">{t.actors.noAliases}</p>
            ) : (
              <table className="list">
                <thead>
                  <tr>
                    <th scope="col">{t.actors.aliasColumns.names}</th>
                    <th scope="col">{t.actors.aliasColumns.status}</th>
                    <th scope="col">{t.actors.aliasColumns.source}</th>
                  </tr>
                </thead>
                <tbody>
                  {bySource(otherNames(actor)).map((group) => (
                    <tr key={`${group.status} ${group.source}`}>
                      <td>{group.names.join(', ')}</td>
                      <td>
                        {isDisputed(group.status) ? (
                          <em className="disputed">{t.actors.disputed}</em>
                        ) : (
                          (group.status ?? t.actors.accepted)
                        )}
                      </td>
                      <td className="sub wrap">{group.source ?? t.unknown}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section aria-labelledby="incidents" className="panel">
            <h2 id="incidents">{t.actors.incidents}</h2>
            {incidents.length === 0 ? (
              <p className="empty">{t.actors.noIncidents}</p>
            ) : (
              <>
                <p>
                  <Link to={`/incidents?${new URLSearchParams({ actor: actor.id }).toString()}`}>
                    {t.actors.filter}
                  </Link>
                </p>
                <ul className="plain near">
                  {incidents.map((row) => (
                    <li key={row.id}>
                      <Link to={`/incidents/${row.label}`}>
                        <b>{row.label}</b> {row.summary}
                      </Link>
                      <span className="sub">
                        <WhenText date={row.when} /> <WhereText place={row.where} />
                      </span>
                      <span className="sub">
                        <StatusMark status={row.status} /> {t.sheet.killed} <Count count={row.killed} />
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      </div>
    </article>
  );
}

function Statement({ said }: { said: AssertionView }) {
  return (
    <article className="statement open">
      <header>
        <span className="description">
          <KindGlyph kind={said.kind} /> {said.description}
          {said.hedged && <span className="hedged">{t.sheet.hedged}</span>}
        </span>
      </header>
      <p className="by">
        <Speaker speaker={said.speaker} outlet={said.outlet} />{' '}
        <Published on={said.published} outlet={said.speaker.role === 'author' ? null : said.outlet} />
      </p>
      <Quote said={said} />
      <footer>
        <Link to={`/reports/${said.report}?assertion=${said.id}`} className="source">
          {said.reportTitle ?? t.untitled}, {t.sheet.place(null, said.sentence)}
        </Link>
        {said.incident && <Link to={`/incidents/${said.incident}`}>{said.incident}</Link>}
      </footer>
    </article>
  );
}
