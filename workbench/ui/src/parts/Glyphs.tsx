import type { ReactNode } from 'react';
import type { Kind, Stance, Status } from '../api/types';
import { t } from '../messages/en';

/* Small drawings that tell states apart by form; the colour only helps, and a word stands beside each. */

function Glyph({ children, className }: { children: ReactNode; className: string }) {
  return (
    <svg className={`glyph ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="5.75" className="stroke" />;

const statusShape: Record<Status, ReactNode> = {
  confirmed: (
    <>
      <circle cx="8" cy="8" r="6.5" className="fill" />
      <path d="m5 8.2 2.1 2.1L11 6" className="stroke on" />
    </>
  ),
  fair: (
    <>
      {ring}
      <path d="M8 8V2.25A5.75 5.75 0 1 1 2.25 8Z" className="fill" />
    </>
  ),
  weak: (
    <>
      {ring}
      <path d="M8 8V2.25A5.75 5.75 0 0 1 13.75 8Z" className="fill" />
    </>
  ),
  contested: (
    <>
      <path d="M7 2.3a5.8 5.8 0 0 0 0 11.4Z" className="fill" />
      <path d="M9 2.3a5.8 5.8 0 0 1 0 11.4Z" className="stroke" />
    </>
  ),
  discounted: (
    <>
      {ring}
      <path d="m4 12 8-8" className="stroke" />
    </>
  ),
  unclaimed: <circle cx="8" cy="8" r="5.75" className="stroke dashed" />,
};

export function StatusMark({ status }: { status: Status }) {
  return (
    <span className={`status status-${status}`} title={t.statusMeans[status]}>
      <Glyph className="">{statusShape[status]}</Glyph>
      {t.status[status]}
    </span>
  );
}

const stanceShape: Record<Stance, ReactNode> = {
  claimed: <path d="M3 14V2.5h9.5L10 5.75 12.5 9H3" className="stroke" />,
  stated: (
    <>
      <path d="M3 4h10M3 8h10M3 12h6" className="stroke" />
    </>
  ),
  accused: <path d="M2 8h10.5M8.5 3.75 12.75 8 8.5 12.25" className="stroke" />,
  suspected: (
    <>
      <path d="M5 5.6a3 3 0 1 1 4.4 2.7C8.4 8.9 8 9.3 8 10.4" className="stroke" />
      <circle cx="8" cy="13.2" r="1" className="fill" />
    </>
  ),
  denied: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" className="stroke" />,
  doubted: <path d="M2 9.5c1.8-4 4-4 6-1.5s4.2 2.5 6-1.5" className="stroke" />,
  unclaimed: <circle cx="8" cy="8" r="5.75" className="stroke dashed" />,
};

export function StanceGlyph({ stance }: { stance: Stance }) {
  return <Glyph className={`stance-${stance}`}>{stanceShape[stance]}</Glyph>;
}

export function StanceMark({ stance, hedged = false }: { stance: Stance; hedged?: boolean }) {
  return (
    <span className={`stance stance-${stance}`}>
      <StanceGlyph stance={stance} />
      {t.stance[stance]}
      {hedged && <span className="hedged">{t.sheet.hedged}</span>}
    </span>
  );
}

const kindShape: Record<Kind, ReactNode> = {
  occurrence: <path d="M8 1.75 9.6 6.4 14.25 8 9.6 9.6 8 14.25 6.4 9.6 1.75 8 6.4 6.400Z" className="fill" />,
  responsibility: <path d="M2 8h10.500M8.5 3.75 12.75 8 8.5 12.25" className="stroke" />,
  toll: <path d="M4 3v10M8 3v10M12 3v10M1.75 11.5 14.25 4.5" className="stroke" />,
  relation: (
    <>
      <circle cx="4" cy="8" r="2.5" className="stroke" />
      <circle cx="12" cy="8" r="2.5" className="stroke" />
      <path d="M6.5 8h3" className="stroke" />
    </>
  ),
  presence: (
    <>
      <circle cx="8" cy="8" r="5.75" className="stroke" />
      <circle cx="8" cy="8" r="2" className="fill" />
    </>
  ),
  capability: <path d="M2 13h3V9H2M6.5 13h3V6h-3M11 13h3V3h-3" className="stroke" />,
  evidence: (
    <>
      <circle cx="7" cy="7" r="4.5" className="stroke" />
      <path d="m10.3 10.3 3.7 3.7" className="stroke" />
    </>
  ),
};

export function KindGlyph({ kind }: { kind: Kind }) {
  return <Glyph className={`kind-${kind}`}>{kindShape[kind]}</Glyph>;
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" className="logo-ground" />
      <path d="M8 22h7M8 16h16M8 10h11" className="logo-line" />
      <path d="M19 22h5" className="logo-word" />
    </svg>
  );
}
