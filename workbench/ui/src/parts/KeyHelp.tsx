import { t } from '../messages/en';
import { Dialog } from './Dialog';

export default function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label={t.keys.title} className="keys" onClose={onClose}>
      <h2>{t.keys.title}</h2>
      <dl>
        {t.keys.rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        {t.close}
      </button>
    </Dialog>
  );
}
