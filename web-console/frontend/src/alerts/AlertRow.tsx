import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import { useClock } from '../ui/clock';
import { KeyValues } from '../ui/KeyValues';
import { SeverityBadge } from '../ui/SeverityBadge';
import { Tag } from '../ui/Tag';
import { Age, Time } from '../ui/Time';
import type { ListedAlert } from './mergeLive';

const NEW_FOR_MILLIS = 8000;

interface Props {
  listed: ListedAlert;
  open: boolean;
}

export const AlertRow = memo(function AlertRow({ listed, open }: Props) {
  const { alert, receivedAtMillis } = listed;
  const { search } = useLocation();
  const isNew = useClock(
    (nowMillis) => receivedAtMillis !== null && nowMillis - receivedAtMillis < NEW_FOR_MILLIS,
  );
  const classes = [open && 'open', isNew && 'new', alert.state === 'retracted' && 'retracted'].filter(
    Boolean,
  );
  return (
    <tr className={classes.join(' ')} data-alert={alert.id}>
      <td className="col-severity">
        <SeverityBadge severity={alert.severity} />
      </td>
      <td className="col-alert">
        <Link
          to={`/alerts/${encodeURIComponent(alert.id)}${search}`}
          aria-current={open ? 'true' : undefined}
        >
          {alert.message}
        </Link>
        <span className="alert-rule">
          {alert.title || alert.rule}
          {alert.state === 'retracted' && <Tag tone="plain">retracted</Tag>}
          {isNew && <span className="new-mark">new</span>}
        </span>
      </td>
      <td className="col-key">
        <KeyValues values={alert.key} />
      </td>
      <td className="col-at">
        <Time at={alert.at} toSeconds />
      </td>
      <td className="col-age">
        <Age at={alert.recordedAt} />
      </td>
    </tr>
  );
});
