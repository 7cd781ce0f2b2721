import { Link } from 'react-router';
import type { Endpoint } from '../api/webhooks';
import { formatCount } from '../ui/formats';
import { Age } from '../ui/Time';
import { EndpointState } from './EndpointState';

export function EndpointTable({ endpoints }: { endpoints: readonly Endpoint[] }) {
  return (
    <table className="table card endpoint-table">
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Delivered
          </th>
          <th scope="col" className="number">
            Pending
          </th>
          <th scope="col" className="number">
            Dead
          </th>
          <th scope="col">Created</th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <tr key={endpoint.id}>
            <td className="col-endpoint">
              <Link className="strong" to={`/webhooks/${encodeURIComponent(endpoint.id)}`}>
                {endpoint.name}
              </Link>
              <span className="mono muted">{endpoint.url}</span>
            </td>
            <td>
              <EndpointState endpoint={endpoint} />
            </td>
            <td className="number">{formatCount(endpoint.deliveries.delivered)}</td>
            <td className="number">{formatCount(endpoint.deliveries.pending)}</td>
            <td className={endpoint.deliveries.dead > 0 ? 'number bad' : 'number'}>
              {formatCount(endpoint.deliveries.dead)}
            </td>
            <td>
              <Age at={endpoint.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
