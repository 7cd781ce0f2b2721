import { AlertRow } from './AlertRow';
import type { ListedAlert } from './mergeLive';

interface Props {
  alerts: readonly ListedAlert[];
  openId: string | undefined;
}

export function AlertTable({ alerts, openId }: Props) {
  return (
    <table className="table alert-table">
      <thead>
        <tr>
          <th scope="col">Severity</th>
          <th scope="col">Alert</th>
          <th scope="col" className="col-key">
            Key
          </th>
          <th scope="col" className="col-at">
            Event time
          </th>
          <th scope="col" className="col-age">
            Recorded
          </th>
        </tr>
      </thead>
      <tbody>
        {alerts.map((listed) => (
          <AlertRow key={listed.alert.id} listed={listed} open={listed.alert.id === openId} />
        ))}
      </tbody>
    </table>
  );
}
