import type { AssertionView, Range, SpeakerView, When, Where } from '../api/types';
import { day, range, reporterName, speakerName, when, where } from '../format';
import { t } from '../messages/en';
import { around } from '../passages';

/* Small pieces that say one value the same way everywhere. */

export function WhenText({ date }: { date: When | null }) {
  return (
    <span className="value">
      <span className={date ? '' : 'unknown'}>{when(date)}</span>
      {date && <span className="precision">{t.datePrecision[date.precision]}</span>}
    </span>
  );
}

export function WhereText({ place }: { place: Where | null }) {
  return (
    <span className="value">
      <span className={place ? '' : 'unknown'}>{where(place)}</span>
      {place && <span className="precision">{t.placePrecision[place.precision]}</span>}
    </span>
  );
}

export function Count({ count }: { count: Range | null }) {
  return <span className={count ? 'number' : 'unknown'}>{range(count)}</span>;
}

/** Who says it, through whom: "Islamic State, as reported by TASS". */
export function Speaker({ speaker, outlet }: { speaker: SpeakerView; outlet: string | null }) {
  const chain: SpeakerView[] = [];
  for (let by = speaker.reportedBy; by; by = by.reportedBy) chain.push(by);
  return (
    <span className="speaker">
      <strong>{speakerName(speaker, outlet)}</strong>
      {speaker.role !== 'author' && <span className="role">{t.role[speaker.role]}</span>}
      {chain.map((by, index) => (
        <span className="chain" key={index}>
          {t.sheet.reportedBy(reporterName(by, outlet))}
        </span>
      ))}
    </span>
  );
}

/** The whole sentences, with the words that say it marked in them. */
export function Quote({ said }: { said: AssertionView }) {
  const [before, passage, after] = around(said.context.text, said.context.passageStart, said.context.passageEnd);
  return (
    <blockquote className="quote">
      {before}
      <mark>{passage}</mark>
      {after}
    </blockquote>
  );
}

export function Published({ on, outlet }: { on: string | null; outlet: string | null }) {
  const parts = [outlet, on ? day(on) : t.reports.undated].filter((part): part is string => part !== null);
  return <span className="published">{parts.join(', ')}</span>;
}
