import { Link } from 'react-router';
import type { Alert } from '../api/alerts';
import { DeliveryList } from '../webhooks/DeliveryList';
import { CopyButton } from '../ui/CopyButton';
import { plural } from '../ui/formats';
import { KeyValues } from '../ui/KeyValues';
import { SeverityBadge } from '../ui/SeverityBadge';
import { Tag } from '../ui/Tag';
import { Age, Time } from '../ui/Time';
import { inTimeOrder } from './matchTimeline';
import { MatchedEvents } from './MatchedEvents';
import { MatchStrip } from './MatchStrip';
import { RuleLink } from './RuleLink';

export function AlertDetail({ alert }: { alert: Alert }) {
  const events = inTimeOrder(alert.matched);
  const keyValue = Object.values(alert.key)[0];
  return (
    <article className="alert-detail">
      <title>{`${alert.message} · Tripline`}</title>
      <header>
        <p className="alert-badges">
          <SeverityBadge severity={alert.severity} />
          <Tag tone={alert.state === 'firing' ? 'bad' : 'plain'}>{alert.state}</Tag>
          <span className="muted">
            <Age at={alert.recordedAt} />
          </span>
        </p>
        <h2>{alert.message}</h2>
        {alert.state === 'retracted' && (
          <p className="note note-wait">
            A late event has disproved this match, so the alert was taken back.
          </p>
        )}
      </header>
      <dl className="facts">
        <dt>Key</dt>
        <dd>
          <KeyValues values={alert.key} />
          {typeof keyValue === 'string' && (
            <Link className="related" to={`/alerts?key=${encodeURIComponent(keyValue)}`}>
              All alerts of this key
            </Link>
          )}
        </dd>
        <dt>Rule</dt>
        <dd>
          <RuleLink name={alert.rule} title={alert.title} />
        </dd>
        <dt>Version</dt>
        <dd className="mono">{alert.version}</dd>
        <dt>Event time</dt>
        <dd>
          <Time at={alert.at} />
        </dd>
        <dt>Recorded</dt>
        <dd>
          <Time at={alert.recordedAt} />
        </dd>
        <dt>Alert id</dt>
        <dd className="with-copy">
          <span className="mono">{alert.id}</span> <CopyButton text={alert.id} />
        </dd>
      </dl>
      <section aria-labelledby="matched-heading">
        <h3 id="matched-heading">
          Matched events <span className="muted">{plural(events.length, 'event')}</span>
        </h3>
        <MatchStrip matched={alert.matched} />
        <MatchedEvents events={events} steps={alert.matched.map((step) => step.step)} />
      </section>
      <section aria-labelledby="deliveries-heading">
        <h3 id="deliveries-heading">Deliveries</h3>
        {alert.deliveries && alert.deliveries.length > 0 ? (
          <DeliveryList deliveries={alert.deliveries} showsEndpoint />
        ) : (
          <p className="muted">
            No webhook was told of this alert. <Link to="/webhooks">Webhooks</Link> created now hear of later
            ones.
          </p>
        )}
      </section>
    </article>
  );
}
