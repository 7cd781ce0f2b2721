import { Link } from 'react-router';
import type { View } from '../api/views';
import { formatCount } from '../ui/formats';
import { Time } from '../ui/Time';
import { windowText } from './windowText';

export function ViewTable({ views }: { views: readonly View[] }) {
  return (
    <table className="table card view-table">
      <thead>
        <tr>
          <th scope="col">View</th>
          <th scope="col">Window</th>
          <th scope="col">Groups</th>
          <th scope="col">Columns</th>
          <th scope="col" className="number">
            Rows
          </th>
          <th scope="col">Newest window ends</th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <tr key={view.name}>
            <td className="col-view">
              <Link className="strong" to={`/views/${encodeURIComponent(view.name)}`}>
                {view.title}
              </Link>
              <span className="mono muted">
                {view.name} from {view.source}
              </span>
            </td>
            <td>{windowText(view)}</td>
            <td className="mono">{view.groups.map(({ name }) => name).join(', ') || '–'}</td>
            <td className="mono">{view.columns.map(({ name }) => name).join(', ')}</td>
            <td className="number">{formatCount(view.rows)}</td>
            <td>
              {view.newest === null ? <span className="muted">no row yet</span> : <Time at={view.newest} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
